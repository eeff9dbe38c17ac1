using Schematic.Contracts.Entities;

namespace Schematic.Dashboard.Entities.Traits;

/// <summary>
/// Traits of an entity in the rail of its page: by type, edited in place, added, removed.
/// </summary>
public sealed partial class TraitsPanel : EntityPanel
{
    private const int Few = 12;

    // A few more are shown rather than hidden behind a button.
    private const int Most = 16;

    private string _find = "";
    private bool _showAll;

    private List<EntityTraitDetailResponseData> Matching =>
        [
            .. Entity
                .Traits.Where(trait =>
                    _find.Length == 0
                    || NameOf(trait).Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase)
                    || trait.Value.Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase)
                )
                .OrderBy(NameOf, StringComparer.OrdinalIgnoreCase),
        ];

    private IEnumerable<EntityTraitDetailResponseData> Visible => IsWhole ? Matching : Matching.Take(Few);

    private int Hidden => IsWhole ? 0 : Math.Max(0, Matching.Count - Few);

    private bool IsWhole => _showAll || _find.Length > 0 || Entity.Traits.Count <= Most;

    protected override bool IsShown(string id) => Visible.Any(trait => trait.DefinitionId == id);

    private static string NameOf(EntityTraitDetailResponseData trait) => TraitPath.Dotted(TraitPath.FromTrait(trait));
}
