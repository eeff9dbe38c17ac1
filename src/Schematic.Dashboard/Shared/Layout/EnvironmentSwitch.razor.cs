using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Schematic.Dashboard.Environments;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Shared.Layout;

/// <summary>Says at all times which environment one is in, and leads to the same page in another.</summary>
public sealed partial class EnvironmentSwitch : ComponentBase, IDisposable
{
    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Label
    {
        get
        {
            var environment = Session.Environment;
            return $"Environment: {environment.Name}, {EnvironmentTypes.Title(environment.EnvironmentType)}. Switch";
        }
    }

    private string Path => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Session.Changed -= OnChanged;
    }

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Session.Changed += OnChanged;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => OnChanged();

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);
}
