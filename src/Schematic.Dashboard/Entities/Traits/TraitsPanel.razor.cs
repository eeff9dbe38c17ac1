using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;

namespace Schematic.Dashboard.Entities.Traits;

/// <summary>What is known of an entity, for the rail of its page: traits by type, edited in place, added, removed.</summary>
public sealed partial class TraitsPanel : ComponentBase
{
    private const string Adding = "";
    private const int Few = 12;

    // A few more are shown rather than hidden behind a button.
    private const int Most = 16;

    private readonly Dictionary<string, ElementReference> _buttons = new(StringComparer.Ordinal);
    private ElementReference _add;
    private string? _open;
    private string? _refocus;
    private string _find = "";
    private bool _showAll;

    [Parameter]
    [EditorRequired]
    public Entity Entity { get; set; } = default!;

    /// <summary>With the entity after a change.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<Entity> Changed { get; set; }

    /// <summary>True while something entered is not saved; for the page's guard.</summary>
    [Parameter]
    public EventCallback<bool> DirtyChanged { get; set; }

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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refocus is not { } id)
            return;
        _refocus = null;
        await (
            _buttons.TryGetValue(id, out var button) && Visible.Any(trait => trait.DefinitionId == id) ? button : _add
        ).FocusAsync();
    }

    private static string NameOf(EntityTraitDetailResponseData trait) => TraitPath.Dotted(TraitPath.FromTrait(trait));

    private static string Changing(EntityTraitDetailResponseData trait) => $"change {trait.DefinitionId}";

    private static string Removing(EntityTraitDetailResponseData trait) => $"remove {trait.DefinitionId}";

    private Task Open(string what)
    {
        _open = what;
        return DirtyChanged.InvokeAsync(false);
    }

    private Task TouchedAsync() => DirtyChanged.InvokeAsync(true);

    private Task CloseAsync()
    {
        // Back to the button the editor was opened with.
        _refocus = _open is { Length: > 0 } what ? what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..] : Adding;
        _open = null;
        return DirtyChanged.InvokeAsync(false);
    }

    private async Task SavedAsync(Entity entity)
    {
        await CloseAsync();
        await Changed.InvokeAsync(entity);
    }
}
