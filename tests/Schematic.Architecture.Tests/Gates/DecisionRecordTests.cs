using System.Text.RegularExpressions;
using Schematic.Testing;

namespace Schematic.Architecture.Tests.Gates;

/// <summary>
/// Decision records have one form, so that a reader finds what was decided, and what was not taken, at the same place.
/// </summary>
public sealed partial class DecisionRecordTests
{
    private static readonly string[] Sections = ["Context", "Decision", "Not taken", "When this does not apply"];

    public static TheoryData<string> Records { get; } =
    [.. Repository.Files("docs/adr", "*.md").Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_has_a_numbered_title_a_status_and_the_four_sections(string name)
    {
        var lines = File.ReadAllLines(Repository.PathTo("docs", "adr", name));
        var headings = lines
            .Where(static line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(static line => line[3..]);

        Assert.Matches(Title(), lines[0]);
        Assert.Equal(name[..4], lines[0][2..6]);
        Assert.Matches(Status(), lines[2]);
        Assert.Equal(
            Sections,
            headings.Intersect(Sections).OrderBy(static heading => Array.IndexOf(Sections, heading))
        );
    }

    [Fact]
    public void A_number_is_used_once() =>
        Rule.Holds(
            Records
                .Select(static row => row.Data)
                .GroupBy(static name => name[..4])
                .Where(static group => group.Count() > 1)
                .Select(static group => string.Join(" and ", group))
        );

    [GeneratedRegex(@"^# \d{4}: \S")]
    private static partial Regex Title();

    [GeneratedRegex("^Status: (accepted|superseded|open)")]
    private static partial Regex Status();
}
