using System.Text.RegularExpressions;

namespace Schematic.Architecture.Tests;

/// <summary>
/// The summaries of the contracts are the text of the API's description. That none is missing is an error of the build;
/// that each tells a reader something is tested here.
/// </summary>
public sealed partial class ContractDocsTests
{
    private static readonly IReadOnlyList<SourceFile> Files = SourceFile.All("src/Schematic.Contracts", "*.cs");

    private static readonly IReadOnlyList<Summary> Summaries = [.. Files.SelectMany(SummariesOf)];

    [Fact]
    public void A_summary_names_the_thing() =>
        Rule.Holds(Summaries.Where(static it => Riddle().IsMatch(it.Text)).Select(static it => it.ToString()));

    [Fact]
    public void A_summary_says_more_than_the_name() =>
        Rule.Holds(Summaries.Where(IsRepetition).Select(static it => it.ToString()));

    [Fact]
    public void Every_summary_is_found_with_the_name_it_is_about()
    {
        Assert.True(Summaries.Count > 1000, $"Only {Summaries.Count} summaries were found.");
        Assert.Equal(Files.Sum(static file => file.Text.Split("/// <summary>").Length - 1), Summaries.Count);
        Rule.Holds(Summaries.Where(static it => it.Member.Length == 0).Select(static it => it.ToString()));
    }

    [Theory]
    [InlineData("What an open lease holds.", true)]
    [InlineData("Who saved; null where that is not known.", true)]
    [InlineData("Whose entitlements are meant.", true)]
    [InlineData("Of a check, where it is of one that exists.", true)]
    [InlineData("Id of the checked flag; null if no such flag exists.", false)]
    [InlineData("Whole credits.", false)]
    [InlineData("Offset of the page.", false)]
    public void The_rule_on_riddles_tells_good_from_bad(string text, bool bad) =>
        Assert.Equal(bad, Riddle().IsMatch(text));

    [Theory]
    [InlineData("Name", "Gets or sets the name.", true)]
    [InlineData("DefaultValue", "The default value.", true)]
    [InlineData("FlagId", "Id of the flag.", true)]
    [InlineData("FlagId", "Id of the flag, <c>flag_…</c>.", false)]
    [InlineData("FlagId", "Id of the flag; null if no such flag exists.", false)]
    [InlineData("Name", "Display name.", false)]
    public void The_rule_on_repetition_tells_good_from_bad(string member, string text, bool bad) =>
        Assert.Equal(bad, IsRepetition(new Summary("Flag.cs", member, text)));

    [Theory]
    [InlineData("    public IReadOnlyDictionary<string, string>? Keys { get; init; }", "Keys")]
    [InlineData("public readonly record struct Optional<T>(T? Value)", "Optional")]
    [InlineData("public sealed record FlagsQuery : Page", "FlagsQuery")]
    [InlineData("    public T? Or(T? current) => IsSet ? Value : current;", "Or")]
    [InlineData("    public const int MaxLimit = 250;", "MaxLimit")]
    [InlineData("    public new required string TraitValue", "TraitValue")]
    [InlineData("    Unknown = 0,", "Unknown")]
    [InlineData("    Boolean,", "Boolean")]
    public void The_name_of_what_is_declared_is_found(string line, string name) =>
        Assert.Equal(name, Declared().Match(line).Groups["name"].Value);

    private static IEnumerable<Summary> SummariesOf(SourceFile file) =>
        Documented()
            .Matches(file.Text)
            .Select(match => new Summary(
                file.Name,
                Declared().Match(match.Groups["line"].Value).Groups["name"].Value,
                LineStart().Replace(match.Groups["text"].Value, " ").Trim()
            ));

    private static bool IsRepetition(Summary summary)
    {
        // The form of an id or a wire name is news.
        if (summary.Text.Contains("<c>", StringComparison.Ordinal))
            return false;
        var name = Words(summary.Member);
        return Words(summary.Text).All(word => Filler().IsMatch(word) || name.Contains(word));
    }

    // "FlagId" and "flag id" are the same words.
    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text).Select(static match => match.Value.ToLowerInvariant())];

    [GeneratedRegex("^(What|Who|Whose|Of|In|By|Those|Where)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Riddle();

    [GeneratedRegex("^(the|a|an|of|or|and|is|its|this|gets?|sets?)$")]
    private static partial Regex Filler();

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+")]
    private static partial Regex Word();

    // A summary on one line or several, other tags, attributes and pragmas, and the first line of what they are about.
    [GeneratedRegex(
        "^ *///\\s*<summary>(?<text>(?:[^\\n]*\\n *///)*?[^\\n]*?)</summary>[^\\n]*\\n"
            + "(?: *(?:///|\\[|#)[^\\n]*\\n)*(?<line>[^\\n]*)",
        RegexOptions.Multiline
    )]
    private static partial Regex Documented();

    [GeneratedRegex("\\n *///")]
    private static partial Regex LineStart();

    [GeneratedRegex(
        "\\b(?:record struct|record|class|enum|interface) (?<name>\\w+)"
            + "|(?<name>\\w+) (?:\\{|=)"
            + "|(?<name>\\w+)$"
            + "|(?<name>\\w+)(?:<\\w+>)?\\("
            + "|^ *(?<name>\\w+),$"
    )]
    private static partial Regex Declared();

    private sealed record Summary(string File, string Member, string Text)
    {
        public override string ToString() => $"{File} {Member}: {Text}";
    }
}
