using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>The keys an entity is found by, for the rail of its page: add one, change a value, remove all but the last.</summary>
public sealed partial class KeysPanel : ComponentBase
{
    // A key's name cannot be empty, so this is nobody's.
    private const string Adding = "";

    private readonly Dictionary<string, ElementReference> _buttons = new(StringComparer.Ordinal);
    private ElementReference _add;
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

    private bool IsLast => Entity.Keys.Count <= 1;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refocus is not { } name)
            return;
        _refocus = null;
        await (
            _buttons.TryGetValue(name, out var button) && Entity.Keys.Any(key => key.Key == name) ? button : _add
        ).FocusAsync();
    }

    private static string Changing(string name) => $"change {name}";

    private static string Removing(string name) => $"remove {name}";

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
