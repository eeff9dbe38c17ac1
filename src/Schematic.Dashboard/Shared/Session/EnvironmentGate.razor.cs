using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>Enters the environment the address names before a page of it is drawn.</summary>
public sealed partial class EnvironmentGate : ComponentBase, IDisposable
{
    private PageLoader<bool> _entered = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Microsoft.AspNetCore.Components.RouteData Route { get; set; } = default!;

    private string? EnvironmentId => Route.RouteValues.GetValueOrDefault("EnvironmentId") as string;

    private string Path => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    public void Dispose() => _entered.Dispose();

    protected override void OnInitialized() => _entered = new(StateHasChanged, Time);

    protected override Task OnParametersSetAsync() =>
        EnvironmentId is { } id
            ? _entered.LoadAsync(id, cancellationToken => Session.EnterAsync(id, cancellationToken))
            : Task.CompletedTask;
}
