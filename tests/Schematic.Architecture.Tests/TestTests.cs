using System.Text.RegularExpressions;
using Schematic.Testing;

namespace Schematic.Architecture.Tests;

/// <summary>The tests stand where the sources stand.</summary>
public sealed partial class TestTests
{
    /// <summary>What each project of tests is about, its own helpers aside.</summary>
    private static readonly Dictionary<string, string[]> Mirrors = new()
    {
        ["Schematic.Rules.Tests"] = ["src/Schematic.Rules"],
        ["Schematic.Gateway.Tests"] = ["src/Schematic.Gateway", "src/Schematic.Contracts"],
        ["Schematic.Api.Tests"] = ["src/Schematic.Api"],
        ["Schematic.Dashboard.Tests"] = ["src/Schematic.Dashboard"],
        ["Schematic.Testing.Tests"] = ["tests/Schematic.Testing"],
    };

    /// <summary>Tests about a whole project, or about its assembly, have no file to stand beside.</summary>
    private static readonly HashSet<string> OfTheWhole =
    [
        "tests/Schematic.Rules.Tests/PurityTests.cs",
        "tests/Schematic.Gateway.Tests/GatewayConformanceTests.cs",
        "tests/Schematic.Gateway.Tests/Wire/ContractConformanceTests.cs",
    ];

    public static TheoryData<string> Projects { get; } = [.. Mirrors.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_test_stands_in_the_folder_of_what_it_tests_and_bears_its_name(string project) =>
        Rule.Holds(
            TestFiles(project)
                .Where(file =>
                    !OfTheWhole.Contains(file) && !Subjects(project, file).Any(subject => AreRelated(subject, file))
                )
        );

    [Fact]
    public void Every_project_of_tests_is_held_to_this_or_about_everything() =>
        Assert.Equal(
            Mirrors.Keys.Append("Schematic.Architecture.Tests").Order(),
            ProjectFile
                .All("tests")
                .Select(static project => project.Name)
                .Where(static name => name.EndsWith("Tests", StringComparison.Ordinal))
                .Order()
        );

    [Fact]
    public void Every_exception_is_still_needed() =>
        Assert.All(OfTheWhole, static file => Assert.True(File.Exists(Repository.PathTo(file)), $"{file} is gone."));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        // The solution format writes its paths with backslashes.
        var solution = File.ReadAllText(Repository.PathTo("Schematic.Dashboard.sln")).Replace('\\', '/');

        Rule.Holds(
            Repository
                .Files("", "*.csproj")
                .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void No_test_is_switched_off() =>
        Rule.Holds(
            SourceFile
                .All("tests", "*.cs")
                .Concat(SourceFile.All("e2e", "*.cs"))
                .SelectMany(static file => file.Lines(SwitchedOff()))
        );

    [Theory]
    [InlineData("CompanyEndpoints", "CompanyEndpointsTests", true)]
    [InlineData("CompanyStore", "CompanySearchTests", true)]
    [InlineData("ICompaniesGateway", "CompaniesQueryTests", true)]
    [InlineData("CompanyEndpoints", "UserEndpointsTests", false)]
    public void The_rule_on_names_tells_good_from_bad(string subject, string test, bool related) =>
        Assert.Equal(related, AreRelated(subject, test));

    private static IEnumerable<string> TestFiles(string project) =>
        Repository
            .Files($"tests/{project}", "*Tests.cs")
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

    /// <summary>The files of the mirrored folder, and the helpers beside the test itself.</summary>
    private static IEnumerable<string> Subjects(string project, string test)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath($"tests/{project}", test))!;
        return Mirrors[project]
            .Append($"tests/{project}")
            .Select(root => Repository.PathTo(root, folder))
            .Where(Directory.Exists)
            .SelectMany(static path => Directory.EnumerateFiles(path))
            .Where(static path =>
                !path.EndsWith("Tests.cs", StringComparison.Ordinal)
                && (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            )
            .Select(static path => Path.GetFileName(path).Split('.')[0]);
    }

    /// <summary>A topic may have several files of tests; all begin with the word their subject begins with.</summary>
    private static bool AreRelated(string subject, string test) =>
        FirstWord(subject) == FirstWord(Path.GetFileName(test));

    private static string FirstWord(string name) => Word().Match(name).Value;

    // An interface's I is no word of its own.
    [GeneratedRegex("(?<=^I(?=[A-Z][a-z]))[A-Z][a-z0-9]+|^(?!I[A-Z][a-z])[A-Z][a-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bSkip\s*=")]
    private static partial Regex SwitchedOff();
}
