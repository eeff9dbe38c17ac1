using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>
/// A page inside an environment. Override <see cref="LoadAsync"/>: it runs whenever the address changes and the page
/// stays (another id, another filter, Back), and its loaders see to the rest. A page is built anew in another
/// environment.
/// </summary>
public abstract class EnvironmentPage : CancellableComponent
{
    private bool _isBeginning;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Inject]
    protected ConsoleSession Session { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The API, in this page's environment.</summary>
    protected SchematicGateway Api => Session.Gateway;

    /// <summary>The path of the page, from the root and without a query.</summary>
    protected string Path { get; private set; } = "";

    /// <summary>Reads the page's state from the address.</summary>
    protected TQuery ReadUrl<TQuery>()
        where TQuery : IUrlQuery<TQuery> => TQuery.FromUri(new UrlReader(Navigation.Uri));

    protected ListLoader<TQuery, TRow> NewListLoader<TQuery, TRow>(
        Func<TQuery, CancellationToken, Task<Envelope<IReadOnlyList<TRow>>>> list,
        Func<TQuery, CancellationToken, Task<Envelope<CountResponse>>>? count = null
    )
        where TQuery : ListQuery => Own(new ListLoader<TQuery, TRow>(Draw, Time, list, count));

    /// <summary>
    /// Reads the address and starts the loaders, before it awaits anything. Loaders pass over what they have already,
    /// and draw the page when they bring something.
    /// </summary>
    protected abstract Task LoadAsync();

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected sealed override Task OnParametersSetAsync()
    {
        Path = PathOf(Navigation.Uri);
        // Prerendering paints the frame and the skeletons; the circuit loads. Loading in both would ask the API twice.
        return RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    // A change of only the query sets no parameter. A change of the path does, or ends this page.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (PathOf(e.Location) != Path)
            return;
        _ = InvokeAsync(async () =>
        {
            try
            {
                var loading = BeginLoading();
                // What the address alone decides, and that it loads. The loaders draw what they bring.
                StateHasChanged();
                await loading;
            }
            catch (Exception exception)
            {
                await DispatchExceptionAsync(exception);
            }
        });
    }

    private Task BeginLoading()
    {
        _isBeginning = true;
        try
        {
            return LoadAsync();
        }
        finally
        {
            _isBeginning = false;
        }
    }

    // Each drawing is a message to the browser. That loading has begun is drawn together with the new address.
    private void Draw()
    {
        if (!_isBeginning)
            StateHasChanged();
    }

    private static string PathOf(string uri) => new Uri(uri).AbsolutePath;
}
