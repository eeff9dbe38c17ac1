using System.Globalization;
using System.Text.RegularExpressions;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>Path of the member that the API refused, in wire names: <c>rules[2].conditions[0].operator</c>.</summary>
internal static partial class FieldPath
{
    /// <summary>Splits a path into its members; empty if there is none, or it cannot be read.</summary>
    public static FieldPathMember[] Parse(string? path)
    {
        if (path is null)
            return [];
        var members = path.Split('.').Select(static member => Member().Match(member)).ToList();
        return members.TrueForAll(static member => member.Success) ? [.. members.Select(FromMatch)] : [];
    }

    /// <summary>
    /// Returns what a sentence says about a member, without the path that it begins with: beside the field that would
    /// be said twice.
    /// </summary>
    public static string WithoutPath(string sentence, string path) =>
        sentence.StartsWith(path, StringComparison.Ordinal) ? sentence[path.Length..] : sentence;

    /// <summary>Begins a sentence with a capital.</summary>
    public static string Capitalize(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static FieldPathMember FromMatch(Match match) =>
        new(
            match.Groups["name"].Value,
            int.TryParse(
                match.Groups["index"].ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var index
            )
                ? index
                : null
        );

    [GeneratedRegex(@"^(?<name>[^\[\]]+)(\[(?<index>[0-9]+)\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Member();
}

/// <summary>One step of a path.</summary>
/// <param name="Index">Place in the list of that name, from 0; null if the member is no list.</param>
internal readonly record struct FieldPathMember(string Name, int? Index);
