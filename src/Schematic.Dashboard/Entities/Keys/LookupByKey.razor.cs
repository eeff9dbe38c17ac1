using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>
/// Asks for a key's value, alone or with its name. Only asks: what is looked for goes into the address, and
/// <see cref="LookupResult"/> shows what was found.
/// </summary>
public sealed partial class LookupByKey : CancellableComponent
{
    private IReadOnlyList<string> _known = [];
    private KeyLookup? _shown;
    private string _name = "";
    private string _value = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Schematic.Contracts.Entities.EntityType Type { get; set; }

    /// <summary>The query in the address.</summary>
    [Parameter]
    [EditorRequired]
    public KeyLookup? Lookup { get; set; }

    /// <summary>The address of the same list with this look-up; null for none.</summary>
    [Parameter]
    [EditorRequired]
    public Func<KeyLookup?, string> UrlFor { get; set; } = default!;

    private IEnumerable<string> Names => _name.Length == 0 || _known.Contains(_name) ? _known : _known.Append(_name);

    protected override async Task OnInitializedAsync()
    {
        // Without names one can still try them all.
        if (RendererInfo.IsInteractive)
            _known = await Suggestions.ListAsync(new EntityApi(Session.Gateway, Type).ListKeyNamesAsync, Closing);
    }

    protected override void OnParametersSet()
    {
        // The address is the truth, but must not undo what is being typed.
        if (Lookup == _shown)
            return;
        _shown = Lookup;
        _name = Lookup?.Name ?? "";
        _value = Lookup?.Value ?? "";
    }

    private void LookUp()
    {
        var value = _value.Trim();
        Navigation.NavigateTo(
            UrlFor(value.Length == 0 ? null : new KeyLookup(value, _name.Length == 0 ? null : _name))
        );
    }
}
