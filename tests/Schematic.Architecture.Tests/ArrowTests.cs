using System.Text.RegularExpressions;

namespace Schematic.Architecture.Tests;

/// <summary>Who may know whom: docs/architecture.md.</summary>
public sealed partial class ArrowTests
{
    private const string EmbeddedApi = "src/Schematic.Dashboard/Hosting/EmbeddedApi.cs";

    public static TheoryData<string, string> Arrows { get; } =
        new()
        {
            { "Schematic.Contracts", "" },
            { "Schematic.Rules", "" },
            { "Schematic.Gateway", "Schematic.Contracts" },
            { "Schematic.Api", "Schematic.Contracts Schematic.Rules" },
            // The API only to be started beside the console; the test below holds it to one file.
            { "Schematic.Dashboard", "Schematic.Api Schematic.Gateway" },
        };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_references_what_its_arrow_points_at_and_nothing_else(string project, string references) =>
        Assert.Equal(references.Split(' ', StringSplitOptions.RemoveEmptyEntries), ProjectFile.Of(project).Projects);

    [Fact]
    public void Every_project_of_the_sources_has_an_arrow() =>
        Assert.Equal(
            Arrows.Select(static row => row.Data.Item1).Order(),
            ProjectFile.All("src").Select(static project => project.Name).Order()
        );

    [Theory]
    [InlineData("Schematic.Contracts", "")]
    [InlineData("Schematic.Rules", "")]
    // RestEase, and the direct reference that lifts a dependency of it.
    [InlineData("Schematic.Gateway", "Newtonsoft.Json RestEase")]
    [InlineData("Schematic.Dashboard", "Radzen.Blazor")]
    public void What_others_build_upon_brings_no_more_packages_than_this(string project, string packages) =>
        Assert.Equal(packages.Split(' ', StringSplitOptions.RemoveEmptyEntries), ProjectFile.Of(project).Packages);

    [Fact]
    public void Only_one_file_of_the_console_names_the_server() =>
        Rule.Holds(
            SourceFile
                .All("src/Schematic.Dashboard", "*.cs")
                .Concat(SourceFile.All("src/Schematic.Dashboard", "*.razor"))
                .Where(static file => file.Name != EmbeddedApi)
                .SelectMany(static file => file.Lines(Server()))
        );

    [Fact]
    public void The_console_touches_no_database_and_no_bare_http_client() =>
        Rule.Holds(
            SourceFile
                .All("src/Schematic.Dashboard", "*.cs")
                .Concat(SourceFile.All("src/Schematic.Dashboard", "*.razor"))
                .SelectMany(static file => file.Lines(OtherWaysToData()))
        );

    [Fact]
    public void Only_the_gateway_names_its_http_library() =>
        Rule.Holds(
            SourceFile
                .All("src", "*.cs")
                .Concat(SourceFile.All("src", "*.razor"))
                .Where(static file => !file.Name.StartsWith("src/Schematic.Gateway/", StringComparison.Ordinal))
                .SelectMany(static file => file.Lines(HttpLibrary()))
        );

    [GeneratedRegex(@"\bSchematic\.Api\b|\bApiApplication\b")]
    private static partial Regex Server();

    [GeneratedRegex(@"\b(EntityFrameworkCore|Npgsql|Microsoft\.Data\.Sqlite|DbContext|HttpClient)\b")]
    private static partial Regex OtherWaysToData();

    [GeneratedRegex(@"\bRestEase\b")]
    private static partial Regex HttpLibrary();
}
