using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Shared.Ui.Feedback;

/// <summary>
/// Around each page and tab: a defect in it shows a sentence in its place, is logged, and leaves the rest of the
/// console working. Going elsewhere recovers by itself.
/// </summary>
public sealed partial class PageBoundary : ErrorBoundaryBase, IDisposable
{
    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<PageBoundary> Logger { get; set; } = default!;

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override Task OnErrorAsync(Exception exception)
    {
        Log.Failed(Logger, Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0], exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<FailedState>(1);
        builder.AddComponentParameter(
            2,
            nameof(FailedState.Failure),
            new LoadFailure
            {
                Title = "Something in the console went wrong",
                Message =
                    "This part of the page could not be shown. The log of the console has the details. "
                    + "Your data is as it was.",
            }
        );
        builder.AddComponentParameter(3, nameof(FailedState.TryAgain), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (CurrentException is not null)
            _ = InvokeAsync(Recover);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The page at {Path} failed.")]
        public static partial void Failed(ILogger logger, string path, Exception exception);
    }
}
