using System.Text.RegularExpressions;

namespace Schematic.Architecture.Tests;

/// <summary>Habits that no analyzer of the build holds.</summary>
public sealed partial class StyleTests
{
    private static readonly IReadOnlyList<SourceFile> Code =
    [
        .. SourceFile.All("src", "*.cs").Where(static file => !file.IsGenerated),
    ];
    private static readonly IReadOnlyList<SourceFile> Markup = SourceFile.All("src", "*.razor");

    [Fact]
    public void Time_comes_from_a_time_provider() =>
        Rule.Holds(Code.Concat(Markup).SelectMany(static file => file.Lines(WallClock())));

    [Fact]
    public void Nothing_sleeps() => Rule.Holds(Code.Concat(Markup).SelectMany(static file => file.Lines(Sleep())));

    [Fact]
    public void No_file_needs_a_region() => Rule.Holds(Code.SelectMany(static file => file.Lines(Region())));

    [Fact]
    public void What_is_to_be_done_stands_in_an_issue_and_not_in_a_comment() =>
        Rule.Holds(Code.Concat(Markup).SelectMany(static file => file.Lines(Todo(), codeOnly: false)));

    [Fact]
    public void Markup_takes_its_addresses_from_one_class() =>
        Rule.Holds(Markup.SelectMany(static file => file.Lines(LiteralAddress(), codeOnly: false)));

    [Fact]
    public void Nothing_waits_for_a_task_by_blocking() =>
        Rule.Holds(Code.Concat(Markup).SelectMany(static file => file.Lines(Blocking())));

    [Fact]
    public void A_summary_names_the_thing_and_poses_no_riddle() =>
        Rule.Holds(
            Code.SelectMany(static file => Riddle().Matches(file.Text).Select(match => $"{file.Name} {match.Value}"))
        );

    [Theory]
    [InlineData("/// <summary>Of a check, where it is of one that exists.</summary>", true)]
    [InlineData("    /// <summary>\n    /// What the address asks for.\n", true)]
    [InlineData("/// <summary>Id of the checked flag; null if no such flag exists.</summary>", false)]
    [InlineData("/// <summary>Whole credits.</summary>", false)]
    public void The_rule_on_summaries_tells_good_from_bad(string summary, bool bad) =>
        Assert.Equal(bad, Riddle().IsMatch(summary));

    [Fact]
    public void There_is_something_to_look_at() =>
        Assert.True(Code.Count > 100, $"Only {Code.Count} files were found.");

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("var now = DateTimeOffset.Now;", true)]
    [InlineData("var clock = TimeProvider.System;", false)]
    [InlineData("var now = clock.GetUtcNow();", false)]
    public void The_rule_on_time_tells_good_from_bad(string line, bool bad) =>
        Assert.Equal(bad, WallClock().IsMatch(line));

    [Theory]
    [InlineData("<a href=\"/companies\">", true)]
    [InlineData("<RadzenLink Path=\"/companies\" />", true)]
    [InlineData("<a href=\"@($\"/companies/{id}\")\">", true)]
    [InlineData("Navigation.NavigateTo(\"/users\")", true)]
    [InlineData("<a href=\"@DashboardUrls.Companies\">", false)]
    [InlineData("@page \"/companies\"", false)]
    [InlineData("<base href=\"/\" />", false)]
    [InlineData("<link rel=\"stylesheet\" href=\"app.css\" />", false)]
    public void The_rule_on_addresses_tells_good_from_bad(string line, bool bad) =>
        Assert.Equal(bad, LiteralAddress().IsMatch(line));

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bStopwatch\.(StartNew|GetTimestamp)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"<summary>\s*(?:///\s*)?(?:What|Who|Whose|Of|In|By|Those|Where)\b[^\n]*")]
    private static partial Regex Riddle();

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"#\s*(end)?region\b")]
    private static partial Regex Region();

    // TODO(#12) names an issue.
    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b(?!\(#\d+\))")]
    private static partial Regex Todo();

    [GeneratedRegex("\\b(?:href|Path|action|Href|src)=\"(?:@\\(\\$?\")?/[a-zA-Z]|\\bNavigateTo\\(\\$?\"/")]
    private static partial Regex LiteralAddress();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Result\b(?!\s*[=(])|\.Wait\(\)")]
    private static partial Regex Blocking();
}
