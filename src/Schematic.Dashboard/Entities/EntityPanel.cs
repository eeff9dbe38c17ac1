using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Entities;

/// <summary>
/// A list in the rail whose rows are edited in place, one at a time. When an editor closes, the focus returns to the
/// button it was opened with.
/// </summary>
public abstract class EntityPanel : ComponentBase
{
    // No row has an empty id.
    private const string Adding = "";

    private string? _open;
    private string? _refocus;

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

    /// <summary>The button that adds a row.</summary>
    protected ElementReference AddButton { get; set; }

    /// <summary>The buttons that change a row, by its id.</summary>
    protected Dictionary<string, ElementReference> ChangeButtons { get; } = new(StringComparer.Ordinal);

    protected bool IsAdding => _open == Adding;

    protected bool IsChanging(string id) => _open == $"change {id}";

    protected bool IsRemoving(string id) => _open == $"remove {id}";

    protected Task AddAsync() => OpenAsync(Adding);

    protected Task ChangeAsync(string id) => OpenAsync($"change {id}");

    protected Task RemoveAsync(string id) => OpenAsync($"remove {id}");

    protected Task TouchedAsync() => DirtyChanged.InvokeAsync(true);

    protected Task CloseAsync()
    {
        _refocus = _open is { Length: > 0 } open ? open[(open.IndexOf(' ', StringComparison.Ordinal) + 1)..] : Adding;
        _open = null;
        return DirtyChanged.InvokeAsync(false);
    }

    protected async Task SavedAsync(Entity entity)
    {
        await CloseAsync();
        await Changed.InvokeAsync(entity);
    }

    /// <summary>Whether the row is still on the screen.</summary>
    protected abstract bool IsShown(string id);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refocus is not { } id)
            return;
        _refocus = null;
        await (ChangeButtons.TryGetValue(id, out var button) && IsShown(id) ? button : AddButton).FocusAsync();
    }

    private Task OpenAsync(string what)
    {
        _open = what;
        return DirtyChanged.InvokeAsync(false);
    }
}
