using System.Text.RegularExpressions;
using Schematic.Testing;

namespace Schematic.Architecture.Tests;

/// <summary>
/// Which folders of a project know which, read from its sources: a folder is the first two levels below the project,
/// and it knows another where a file of it has a <c>using</c> of the other or names one of its types. Names are
/// resolved as the compiler does: in the file's own namespace, in those around it, and in those it uses.
/// </summary>
internal sealed partial class FolderArrows
{
    private const int Levels = 2;

    private readonly string _project;
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _namespacesOfType = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), SortedSet<string>> _arrows = [];

    private FolderArrows(string project, IReadOnlyList<(string Path, string Code)> files)
    {
        _project = project;
        foreach (var (path, code) in files)
            Index(path, code);
        var imports = files
            .Where(static file => IsImports(file.Path))
            .SelectMany(static file => Using().Matches(file.Code).Select(static match => match.Groups[1].Value))
            .ToList();
        foreach (var (path, code) in files.Where(static file => !IsImports(file.Path)))
            Draw(path, code, path.EndsWith(".razor", StringComparison.Ordinal) ? imports : []);
    }

    /// <summary>Pairs that know each other, in alphabetical order; a folder and one inside it do not count.</summary>
    public IReadOnlyList<Circle> Circles =>
        [
            .. _arrows
                .Keys.Where(arrow =>
                    string.CompareOrdinal(arrow.From, arrow.To) < 0
                    && !arrow.To.StartsWith($"{arrow.From}/", StringComparison.Ordinal)
                    && _arrows.ContainsKey((arrow.To, arrow.From))
                )
                .Order()
                .Select(arrow => new Circle(
                    $"{arrow.From} <-> {arrow.To}",
                    _arrows[arrow].Count <= _arrows[(arrow.To, arrow.From)].Count
                        ? _arrows[arrow]
                        : _arrows[(arrow.To, arrow.From)]
                )),
        ];

    public static FolderArrows OfProject(string project)
    {
        var root = Repository.PathTo("src", project);
        return new FolderArrows(
            project,
            [
                .. SourceFile
                    .All($"src/{project}", "*.cs")
                    .Concat(SourceFile.All($"src/{project}", "*.razor"))
                    .Where(static file => !file.IsGenerated)
                    .Select(file => (Path.GetRelativePath(root, file.Path).Replace('\\', '/'), file.Code)),
            ]
        );
    }

    public static FolderArrows OfFiles(string project, IReadOnlyList<(string Path, string Text)> files) =>
        new(project, [.. files.Select(static file => (file.Path, SourceFile.CodeOf(file.Text)))]);

    private static bool IsImports(string path) => Path.GetFileName(path) == "_Imports.razor";

    // Files in the root of a project are its frame: everything may be known there, and nothing else counts as inside
    // of it.
    private static string FolderOf(string path) => string.Join('/', path.Split('/').SkipLast(1).Take(Levels));

    private string NamespaceOf(string path) => string.Join('.', path.Split('/').SkipLast(1).Prepend(_project));

    private void Index(string path, string code)
    {
        var space = NamespaceOf(path);
        _folders[space] = FolderOf(path);
        // A nested type is known by the name of its outer one.
        var types = Declaration().Matches(code);
        var outermost = types.Select(static match => match.Groups[1].Length).DefaultIfEmpty().Min();
        var names = types
            .Where(match => match.Groups[1].Length == outermost)
            .Select(static match => match.Groups[2].Value);
        if (path.EndsWith(".razor", StringComparison.Ordinal))
            names = names.Append(Path.GetFileNameWithoutExtension(path));
        foreach (var name in names)
        {
            if (!_namespacesOfType.TryGetValue(name, out var spaces))
                _namespacesOfType.Add(name, spaces = []);
            spaces.Add(space);
        }
    }

    private void Draw(string path, string code, IReadOnlyList<string> imports)
    {
        var own = NamespaceOf(path);
        var around = Around(own).ToList();
        var used = Using()
            .Matches(code)
            .Select(match => Known(match.Groups[1].Value))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var space in used)
            Add(path, space, $"using {space}");

        var visible = new HashSet<string>([.. used, .. imports, .. around], StringComparer.Ordinal);
        foreach (Match match in Name().Matches(Directive().Replace(code, "")))
        {
            var parts = match.Value.Split('.', StringSplitOptions.TrimEntries);
            var first = _namespacesOfType.GetValueOrDefault(parts[0], []);
            if (first.Contains(own))
                continue;
            if (first.Overlaps(visible))
            {
                foreach (var space in first.Where(visible.Contains))
                    Add(path, space, parts[0]);
                continue;
            }

            foreach (var space in Qualified(parts, around))
                Add(path, space, match.Value);
        }
    }

    /// <summary>The namespace itself, and those around it inside the project.</summary>
    private IEnumerable<string> Around(string space)
    {
        for (; space.Length > _project.Length; space = space[..space.LastIndexOf('.')])
            yield return space;
        yield return _project;
    }

    /// <summary>The longest part of a name that is a namespace of the project; null if none is.</summary>
    private string? Known(string name)
    {
        while (!_folders.ContainsKey(name))
        {
            var dot = name.LastIndexOf('.');
            if (dot < 0)
                return null;
            name = name[..dot];
        }

        return name == _project ? null : name;
    }

    /// <summary>The namespaces that a name like <c>Rules.FlagRule</c> may mean from inside of others.</summary>
    private IEnumerable<string> Qualified(string[] parts, IReadOnlyList<string> around)
    {
        for (var length = parts.Length - 1; length > 0; length--)
        {
            var prefix = string.Join('.', parts.Take(length));
            var spaces = around
                .Select(space => $"{space}.{prefix}")
                .Append(prefix)
                .Where(space => _namespacesOfType.GetValueOrDefault(parts[length], []).Contains(space))
                .ToList();
            if (spaces.Count > 0)
                return spaces.Take(1);
        }

        return [];
    }

    private void Add(string path, string space, string reason)
    {
        var (from, to) = (FolderOf(path), _folders[space]);
        if (from == to || from.Length == 0 || to.Length == 0)
            return;
        if (!_arrows.TryGetValue((from, to), out var reasons))
            _arrows.Add((from, to), reasons = new SortedSet<string>(StringComparer.Ordinal));
        reasons.Add($"{path}: {reason}");
    }

    [GeneratedRegex(@"^\s*@?using\s+(?:static\s+)?(?:\w+\s*=\s*)?([\w.]+)\s*;?\s*$", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^\s*@?(?:using|namespace)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(
        @"^( *)(?:[a-z]+ +)*(?:class|struct|interface|enum|record(?: +(?:class|struct))?) +([A-Z]\w*)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    // A name that begins a chain: what follows a dot is a member of something.
    [GeneratedRegex(@"(?<![\w.@])[A-Z]\w*(?:\s*\.\s*[A-Z]\w*)*")]
    private static partial Regex Name();

    /// <param name="Name">The two folders, in alphabetical order.</param>
    /// <param name="Reasons">What draws the arrow that has fewer reasons, and is the easier one to take away.</param>
    internal sealed record Circle(string Name, IReadOnlyCollection<string> Reasons)
    {
        public override string ToString() => $"{Name}, because of\n  {string.Join("\n  ", Reasons.Take(10))}";
    }
}
