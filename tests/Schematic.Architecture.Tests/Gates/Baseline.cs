using System.Globalization;
using Schematic.Testing;

namespace Schematic.Architecture.Tests.Gates;

/// <summary>
/// The violations a gate found when it was introduced, one per line as <c>value name</c>. The list may only shrink: a
/// new or grown violation fails, and so does a line that is no longer true.
/// </summary>
internal sealed class Baseline
{
    /// <summary>Set to 1 to rewrite the lists after mending a violation. Nothing is ever added or raised.</summary>
    private const string UpdateVariable = "UPDATE_BASELINES";

    private readonly string _path;
    private readonly Dictionary<string, int> _allowed;

    private Baseline(string path)
    {
        _path = path;
        _allowed = File.Exists(path)
            ? File.ReadLines(path)
                .Select(static line => line.Split(' ', 2))
                .ToDictionary(
                    static pair => pair[1],
                    static pair => int.Parse(pair[0], CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
            : [];
    }

    public static Baseline Read(string gate) =>
        new(Repository.PathTo("tests", "Schematic.Architecture.Tests", "Gates", "Baselines", $"{gate}.txt"));

    /// <param name="violations">What breaks the gate today, by name, with the figure that breaks it.</param>
    public void Holds(IReadOnlyDictionary<string, int> violations)
    {
        Rule.Holds(
            violations
                .Where(found => found.Value > _allowed.GetValueOrDefault(found.Key))
                .Select(found => $"{found.Key}: {found.Value}, allowed {_allowed.GetValueOrDefault(found.Key)}")
        );

        var mended = _allowed.Where(known => violations.GetValueOrDefault(known.Key) < known.Value).ToList();
        if (mended.Count > 0 && Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            Write(violations);
        else
            Rule.Holds(
                mended.Select(known =>
                    $"{known.Key} is better than its baseline; run with {UpdateVariable}=1 to record it"
                )
            );
    }

    private void Write(IReadOnlyDictionary<string, int> violations)
    {
        if (violations.Count == 0)
            File.Delete(_path);
        else
            File.WriteAllLines(
                _path,
                violations
                    .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                    .Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"))
            );
    }
}
