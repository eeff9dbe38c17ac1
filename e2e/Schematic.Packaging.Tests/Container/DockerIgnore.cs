using System.Text.RegularExpressions;

namespace Schematic.Packaging.Tests.Container;

/// <summary>The files that a .dockerignore keeps out of the build. The last pattern that matches counts.</summary>
internal sealed class DockerIgnore
{
    private readonly IReadOnlyList<(Regex Pattern, bool Ignores)> _rules;

    private DockerIgnore(IReadOnlyList<(Regex Pattern, bool Ignores)> rules) => _rules = rules;

    public static DockerIgnore Parse(string text) =>
        new([
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(static line => !line.StartsWith('#'))
                .Select(static line => line.StartsWith('!') ? (Compile(line[1..]), false) : (Compile(line), true)),
        ]);

    /// <param name="path">From the root of the context, with slashes.</param>
    public bool Ignores(string path) => _rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)).Ignores;

    /// <summary>The files below a folder that a build gets to see, from that folder, with slashes.</summary>
    public IReadOnlyList<string> Files(string root) =>
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !Ignores(file))
                .Order(StringComparer.Ordinal),
        ];

    // A pattern that matches a folder matches everything in it.
    private static Regex Compile(string pattern) =>
        new($"^{Glob(pattern.Trim('/'))}(/.*)?$", RegexOptions.CultureInvariant);

    /// <summary>A glob of Docker as a regular expression: one star stays within a folder, two do not.</summary>
    public static string Glob(string pattern) =>
        Regex
            .Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
}
