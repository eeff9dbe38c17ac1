using System.Text.Json;
using System.Text.RegularExpressions;

namespace Schematic.Packaging.Tests.Container;

/// <summary>One instruction of a Dockerfile, its continued lines joined.</summary>
/// <param name="Keyword">In upper case.</param>
/// <param name="Flags">What stands before the arguments, as <c>--name=value</c>.</param>
/// <param name="Text">The rest, as written.</param>
internal sealed partial record Instruction(string Keyword, IReadOnlyDictionary<string, string> Flags, string Text)
{
    /// <summary>Whether the arguments are a JSON array, which is executed without a shell.</summary>
    public bool IsExecForm => Text.StartsWith('[');

    /// <summary>The JSON array, or the words between blanks without their quotes.</summary>
    public IReadOnlyList<string> Words =>
        IsExecForm
            ? JsonSerializer.Deserialize<string[]>(Text)!
            : [.. Word().Matches(Text).Select(static word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    /// <summary>The <c>name=value</c> pairs of ENV, ARG and LABEL; a name alone has no value.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        Words
            .Select(static word => word.Split('=', 2))
            .Select(static pair => KeyValuePair.Create(pair[0], pair.Length == 2 ? pair[1] : ""));

    public static Instruction Parse(string line)
    {
        var match = Parts().Match(line);
        var flags = match.Groups["flag"].Captures.Select(static flag => flag.Value.Split('=', 2));
        return new Instruction(
            match.Groups["keyword"].Value.ToUpperInvariant(),
            flags.ToDictionary(static flag => flag[0], static flag => flag.Length == 2 ? flag[1] : ""),
            match.Groups["text"].Value.Trim()
        );
    }

    public override string ToString() => $"{Keyword} {Text}";

    [GeneratedRegex(
        @"^(?<keyword>\w+)(\s+--(?<flag>[\w-]+(=\S+)?))*\s+(?<text>.*)$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Parts();

    [GeneratedRegex(@"([^\s""]|""[^""]*"")+", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
