using System.Text.RegularExpressions;
using Schematic.Testing;

namespace Schematic.Packaging.Tests.Guide;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Section">The heading of the second level above it.</param>
/// <param name="Language">What stands behind the fence, like <c>sh</c>.</param>
internal sealed partial record CommandBlock(string Section, string Language, string Text)
{
    /// <summary>Whether it starts the program, which then runs until it is stopped.</summary>
    public bool IsServer => Text.StartsWith("dotnet run ", StringComparison.Ordinal);

    /// <summary>The blocks of the README that a reader executes, from top to bottom: shell and JavaScript.</summary>
    public static IReadOnlyList<CommandBlock> OfReadme() =>
        [
            .. Read(File.ReadAllText(Repository.PathTo("README.md")))
                .Where(static block => block.Language is "sh" or "js"),
        ];

    public static IEnumerable<CommandBlock> Read(string markdown)
    {
        var section = "";
        foreach (var part in Parts().Matches(markdown).Select(static match => match.Groups))
        {
            if (part["heading"].Success)
                section = part["heading"].Value.Trim();
            else
                yield return new CommandBlock(section, part["language"].Value, part["text"].Value);
        }
    }

    [GeneratedRegex(
        @"^```(?<language>\w*)\n(?<text>.*?)^```$|^## (?<heading>[^\n]+)$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Parts();
}
