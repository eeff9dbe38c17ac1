using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Testing;

namespace Schematic.Architecture.Tests.Gates;

/// <summary>How much of the house is tested, and whether the test of a unit can be found by its name.</summary>
public sealed partial class TestShareTests
{
    private const int MaxLinesWithoutTest = 80;

    /// <summary>
    /// Where the tests of a project stand. The records of the wire are held to the published description instead.
    /// </summary>
    private static readonly Dictionary<string, string> Mirrors = new()
    {
        ["src/Schematic.Rules"] = "tests/Schematic.Rules.Tests",
        ["src/Schematic.Gateway"] = "tests/Schematic.Gateway.Tests",
        ["src/Schematic.Api"] = "tests/Schematic.Api.Tests",
        ["src/Schematic.Dashboard"] = "tests/Schematic.Dashboard.Tests",
    };

    [Fact]
    public void A_unit_of_more_than_80_lines_has_a_test_class_of_its_name() =>
        Baseline
            .Read("untested-units")
            .Holds(Mirrors.SelectMany(static mirror => Untested(mirror.Key, mirror.Value)).ToDictionary());

    [Theory]
    [InlineData("src", "tests e2e", 0.95)]
    [InlineData("src/Schematic.Dashboard", "tests/Schematic.Dashboard.Tests", 0.7)]
    public void Tests_have_their_share_of_the_lines(string sources, string tests, double least)
    {
        // The records of the wire have no behaviour to test, and are held to the published description instead.
        var lines = Lines(sources) - (sources == "src" ? Lines("src/Schematic.Contracts") : 0);
        var share = (double)tests.Split(' ').Sum(Lines) / lines;

        Assert.True(
            share >= least,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sources}: {share:0.00} lines of tests per line, not {least}."
            )
        );
    }

    private static int Lines(string folder) =>
        SourceFile
            .Written(folder)
            .Where(static file => !file.Name.Contains(".Benchmarks/", StringComparison.Ordinal))
            .Sum(static file => file.LineCount);

    /// <summary>A component is one unit, whether its code stands in the markup or behind it.</summary>
    private static IEnumerable<KeyValuePair<string, int>> Untested(string sources, string tests) =>
        SourceFile
            .Written(sources)
            .GroupBy(static file => file.Name[..file.Name.IndexOf('.', file.Name.LastIndexOf('/'))])
            .Select(static unit => KeyValuePair.Create(unit.Key, unit.Sum(LinesBelowUsings)))
            .Where(unit => unit.Value > MaxLinesWithoutTest && !HasTests($"{tests}{unit.Key[sources.Length..]}"));

    // Using another type is no reason to be tested under another name.
    private static int LinesBelowUsings(SourceFile file) => file.LineCount - file.Lines(Using()).Count();

    [GeneratedRegex(@"\Ausing [\w.= ]+;")]
    private static partial Regex Using();

    private static bool HasTests(string unit)
    {
        var folder = Repository.PathTo(Path.GetDirectoryName(unit)!);
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, $"{Path.GetFileName(unit)}*Tests.cs").Any();
    }
}
