using Schematic.Contracts.Entities;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>
/// The keys an entity is found by, for the rail of its page: add one, change a value, remove all but the last.
/// </summary>
public sealed partial class KeysPanel : EntityPanel
{
    private const int Few = 12;

    // A few more are shown rather than hidden behind a button.
    private const int Most = 16;

    private string _find = "";
    private bool _showAll;

    private List<EntityKeyDetailResponseData> Matching =>
        [
            .. Entity
                .Keys.Where(key =>
                    _find.Length == 0
                    || key.Key.Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase)
                    || key.Value.Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase)
                )
                .OrderBy(static key => key.Key, StringComparer.OrdinalIgnoreCase),
        ];

    private IEnumerable<EntityKeyDetailResponseData> Visible => IsWhole ? Matching : Matching.Take(Few);

    private int Hidden => IsWhole ? 0 : Math.Max(0, Matching.Count - Few);

    private bool IsWhole => _showAll || _find.Length > 0 || Entity.Keys.Count <= Most;

    private bool IsLast => Entity.Keys.Count <= 1;

    private string RemoveTitle => IsLast ? $"{EntityWords.ANoun(Entity.Type)} needs at least one key" : "Remove";

    protected override bool IsShown(string id) => Visible.Any(key => key.Key == id);
}
