namespace Schematic.Architecture.Tests;

/// <summary>
/// Arrows between the folders of a project point one way: what knows each other cannot be read, or changed, alone.
/// </summary>
public sealed class FolderArrowTests
{
    /// <summary>Folders that know each other and are to stop. This list only gets shorter.</summary>
    private static readonly Dictionary<string, string[]> AllowedCircles = new()
    {
        // A flag answers with its feature, a feature with its flag, and either writes the other.
        ["Schematic.Api"] = ["Features <-> Flags"],
        ["Schematic.Contracts"] =
        [
            "ApiKeys <-> Environments",
            "Companies <-> Entitlements",
            "Companies <-> Plans",
            "Entitlements <-> Plans",
            "Features <-> Flags",
            "Features <-> Plans",
            "Flags <-> Plans",
        ],
        ["Schematic.Dashboard"] = [],
        ["Schematic.Gateway"] = [],
        ["Schematic.Rules"] = [],
    };

    public static TheoryData<string> Projects { get; } = [.. AllowedCircles.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_know_each_other_but_those_that_are_allowed_to(string project) =>
        Rule.Holds(
            FolderArrows
                .OfProject(project)
                .Circles.Where(circle => !AllowedCircles[project].Contains(circle.Name))
                .Select(static circle => circle.ToString())
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_circle_that_is_allowed_is_still_there(string project) =>
        Rule.Holds(
            AllowedCircles[project]
                .Except(FolderArrows.OfProject(project).Circles.Select(static circle => circle.Name))
                .Select(static gone => $"{gone} know each other no longer: take them off the list.")
        );

    [Fact]
    public void Every_project_of_the_sources_is_held_to_this() =>
        Assert.Equal(
            AllowedCircles.Keys.Order(),
            ProjectFile.All("src").Select(static project => project.Name).Order()
        );

    [Theory]
    [InlineData("using P.B;\nnamespace P.A;\ninternal sealed class X;", true)]
    [InlineData("namespace P.A;\ninternal sealed class X { private B.Y? _y; }", true)]
    [InlineData("using P.B.Deep;\nnamespace P.A;\ninternal sealed class X;", true)]
    [InlineData("namespace P.A;\ninternal sealed class X { /* B.Y */ private string _y = \"B.Y\"; }", false)]
    [InlineData("namespace P.A;\ninternal sealed class X { private C.Y? _y; }", false)]
    [InlineData("namespace P.A;\ninternal sealed class X { private string? Y => other.B.Y; }", false)]
    public void An_arrow_is_a_using_or_a_type_of_the_other_folder(string source, bool arrow)
    {
        var arrows = FolderArrows.OfFiles(
            "P",
            [
                ("A/X.cs", source),
                ("B/Y.cs", "namespace P.B;\ninternal sealed class Y;"),
                ("B/Deep/Z.cs", "namespace P.B.Deep;\ninternal sealed class Z { private A.X? _x; }"),
                ("B/W.cs", "namespace P.B;\ninternal sealed class W { private A.X? _x; }"),
                ("C/Y.cs", "namespace P.C;\ninternal sealed class Y;"),
            ]
        );

        Assert.Equal(arrow, arrows.Circles.Any(static circle => circle.Name.Contains('B', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_nested_type_is_not_taken_for_a_name_of_another_folder() =>
        Assert.Empty(
            FolderArrows
                .OfFiles(
                    "P",
                    [
                        ("A/X.cs", "using P.B;\nnamespace P.A;\ninternal sealed class X { private Inner _x; }"),
                        ("B/Y.cs", "namespace P.B;\ninternal sealed class Y\n{\n    private sealed class Inner;\n}"),
                        ("B/Z.cs", "namespace P.B;\ninternal sealed class Z { private string Y => Inner; }"),
                    ]
                )
                .Circles
        );

    // A namespace sees the types of those around it without a using.
    [Fact]
    public void A_type_of_the_folder_around_is_known_without_a_using_and_a_parent_and_its_child_make_no_circle()
    {
        var arrows = FolderArrows.OfFiles(
            "P",
            [
                ("A/X.cs", "namespace P.A;\ninternal sealed class X { private Inner.Y? _y; }"),
                ("A/Inner/Y.cs", "namespace P.A.Inner;\ninternal sealed class Y { private X? _x; private Z? _z; }"),
                ("A/Other/V.cs", "namespace P.A.Other;\ninternal sealed class V { private Inner.Y? _y; }"),
                ("A/Z.cs", "namespace P.A;\ninternal sealed class Z;"),
                ("A/Inner/U.cs", "namespace P.A.Inner;\ninternal sealed class U { private Other.V? _v; }"),
            ]
        );

        Assert.Equal(["A/Inner <-> A/Other"], arrows.Circles.Select(static circle => circle.Name));
    }
}
