using System.Text.RegularExpressions;
using Schematic.Testing;

namespace Schematic.Architecture.Tests;

/// <summary>The folder says the slice, and a slice has one name in every project.</summary>
public sealed class FolderTests
{
    private static readonly string[] Slices =
    [
        "Companies",
        "Users",
        "Plans",
        "Features",
        "Flags",
        "Entitlements",
        "Credits",
        "Events",
        "Insights",
        "Environments",
        "ApiKeys",
        "Members",
        "AuditLog",
    ];

    /// <summary>
    /// Words that several slices share: keys and traits, billing data, first-run set-up, sign-in, and the search over
    /// all of them.
    /// </summary>
    private static readonly string[] SharedWords = ["Entities", "Billing", "Setup", "Sessions", "Search"];

    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Schematic.Contracts"] = ["Wire"],
        ["Schematic.Rules"] = ["Comparison", "Conditions", "Definitions", "Explaining", "Facts", "Lookup", "Traits"],
        ["Schematic.Gateway"] = ["Http"],
        ["Schematic.Api"] =
        [
            "Hosting",
            "Authentication",
            "Http",
            "Persistence",
            "Evaluation",
            "Maintenance",
            "Properties",
        ],
        // Components holds the frame that Blazor starts from: App and Routes.
        ["Schematic.Dashboard"] = ["Shared", "Hosting", "Components", "Properties", "wwwroot"],
    };

    private static readonly string[] LayerNames =
    [
        "Application",
        "Domain",
        "Infrastructure",
        "Services",
        "Repositories",
        "Helpers",
        "Utils",
        "Utilities",
        "Managers",
        "Models",
        "Common",
        "Core",
        "Controllers",
        "Interfaces",
        "Handlers",
    ];

    public static TheoryData<string> Projects { get; } = [.. Rooms.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_of_a_project_is_a_slice_or_a_named_room(string project) =>
        Rule.Holds(FoldersOf(project).Except([.. Slices, .. SharedWords, .. Rooms[project]]));

    [Fact]
    public void The_shared_parts_of_the_console_have_six_rooms() =>
        Rule.Holds(
            Folders("src/Schematic.Dashboard/Shared")
                .Except(["Layout", "Loading", "Navigation", "Pages", "Session", "Ui"])
        );

    [Fact]
    public void No_folder_is_named_after_a_layer() =>
        Rule.Holds(
            AllFolders("src")
                .Where(static folder => LayerNames.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase))
        );

    // "Features" is a word of the domain: the slice, directly under its project, and not a heading over slices.
    [Fact]
    public void Features_is_a_slice_and_never_a_heading_over_others() =>
        Rule.Holds(
            AllFolders("src")
                .Where(static folder =>
                    Path.GetFileName(folder) == "Features" && Folders(folder).Intersect(Slices).Any()
                )
        );

    [Fact]
    public void A_file_declares_the_namespace_of_its_folder() =>
        Rule.Holds(
            SourceFile.All("src", "*.cs").Where(static file => !file.IsGenerated).SelectMany(NamespaceDifferences)
        );

    private static IEnumerable<string> NamespaceDifferences(SourceFile file)
    {
        var declared = Regex.Match(file.Text, @"^namespace ([\w.]+);", RegexOptions.Multiline);
        var folder = Path.GetDirectoryName(file.Name)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
        return !declared.Success || declared.Groups[1].Value == folder
            ? []
            : [$"{file.Name} declares {declared.Groups[1].Value}"];
    }

    private static IEnumerable<string> FoldersOf(string project) => Folders($"src/{project}");

    private static IEnumerable<string> Folders(string folder) =>
        AllFolders(folder)
            .Select(path => Path.GetRelativePath(Repository.PathTo(folder), path).Split(Path.DirectorySeparatorChar)[0])
            .Distinct();

    /// <summary>Folders with a source file in them or below; those a build makes do not count.</summary>
    private static IEnumerable<string> AllFolders(string folder)
    {
        var root = Repository.PathTo(folder);
        return Directory.Exists(root)
            ? Repository.Files(folder, "*").SelectMany(file => Parents(file, root)).Distinct()
            : [];
    }

    private static IEnumerable<string> Parents(string file, string root)
    {
        for (
            var folder = Path.GetDirectoryName(file)!;
            folder.Length > root.Length;
            folder = Path.GetDirectoryName(folder)!
        )
            yield return folder;
    }
}
