using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Shared.Layout;

/// <summary>Enters the environment the address names before a page of it is drawn.</summary>
public sealed partial class EnvironmentGate : CancellableComponent
{
    private PageLoader<bool> _entered = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public Microsoft.AspNetCore.Components.RouteData Route { get; set; } = default!;

    private string? EnvironmentId => Route.RouteValues.GetValueOrDefault("EnvironmentId") as string;

    private string Path => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    protected override void OnInitialized() => _entered = NewLoader<bool>();

    protected override Task OnParametersSetAsync() =>
        EnvironmentId is { } id
            ? _entered.LoadAsync(id, cancellationToken => Session.EnterAsync(id, cancellationToken))
            : Task.CompletedTask;
}
