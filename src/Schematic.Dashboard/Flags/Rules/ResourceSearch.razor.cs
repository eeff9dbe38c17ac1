using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Searches companies or users, and lets them be chosen one by one.</summary>
public sealed partial class ResourceSearch : ComponentBase, IDisposable
{
    private PageLoader<IReadOnlyList<FoundResource>> _found = default!;
    private string _search = "";

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EntityType Type { get; set; }

    /// <summary>Whether an id is chosen already.</summary>
    [Parameter]
    [EditorRequired]
    public Func<string, bool> IsChosen { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EventCallback<FoundResource> Chosen { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback<FoundResource> Removed { get; set; }

    public void Dispose() => _found.Dispose();

    protected override Task OnInitializedAsync()
    {
        _found = new(StateHasChanged, Time);
        return SearchAsync("");
    }

    private Task SearchAsync(string search)
    {
        _search = search;
        var lookup = new ResourceLookup(Session.Gateway, Type);
        return _found.LoadAsync(search, cancellationToken => lookup.SearchAsync(search, cancellationToken));
    }

    private Task ToggleAsync(FoundResource resource, bool isChosen) =>
        (isChosen ? Chosen : Removed).InvokeAsync(resource);
}
