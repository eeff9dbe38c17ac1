using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Schematic.Testing;

namespace Schematic.Architecture.Tests;

/// <summary>A file of the sources, seen as text.</summary>
internal sealed partial record SourceFile(string Path)
{
    public string Text { get; } = File.ReadAllText(Path);

    /// <summary>From the root of the repository, with forward slashes.</summary>
    public string Name { get; } = System.IO.Path.GetRelativePath(Repository.Root, Path).Replace('\\', '/');

    /// <summary>
    /// The text without comments and string literals, so that a rule about code is not broken by prose.
    /// </summary>
    public string Code => CodeOf(Text);

    /// <summary>What is generated is nobody's style.</summary>
    public bool IsGenerated => Name.Contains("/Migrations/", StringComparison.Ordinal);

    public int LineCount => Text.AsSpan().Count('\n');

    /// <summary>The parsed file; of C# only.</summary>
    public SyntaxNode Syntax => CSharpSyntaxTree.ParseText(Text).GetRoot();

    /// <summary>The C# and Razor files below a folder that people wrote.</summary>
    public static IEnumerable<SourceFile> Written(string folder) =>
        All(folder, "*.cs").Concat(All(folder, "*.razor")).Where(static file => !file.IsGenerated);

    public static string CodeOf(string text) =>
        CommentOrLiteral().Replace(text, static match => match.Value[0] == '/' ? "" : "\"\"");

    public static IReadOnlyList<SourceFile> All(string folder, string pattern) =>
        [.. Repository.Files(folder, pattern).Select(static path => new SourceFile(path))];

    /// <summary>The lines that match, as "file:line text", ready for a failure message.</summary>
    public IEnumerable<string> Lines(Regex rule, bool codeOnly = true) =>
        (codeOnly ? Code : Text)
            .Split('\n')
            .Select((line, index) => (line, index))
            .Where(pair => rule.IsMatch(pair.line))
            .Select(pair => $"{Name}:{pair.index + 1} {pair.line.Trim()}");

    // """raw""", @"verbatim", "text", 'c', // line and /* block */; block comments keep no line breaks, so what follows
    // one counts from its start.
    [GeneratedRegex(
        "\"\"\"[\\s\\S]*?\"\"\"|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/"
    )]
    private static partial Regex CommentOrLiteral();
}
