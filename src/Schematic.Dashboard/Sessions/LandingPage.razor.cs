using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Sessions;

/// <summary>Leads to the environment last used, or to the first.</summary>
public sealed partial class LandingPage : ComponentBase
{
    private LoadFailure? _failure;
    private bool _isEmpty;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        try
        {
            await Session.OpenAsync(HttpContext.RequestAborted);
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, HttpContext.RequestAborted))
        {
            _failure = LoadFailure.FromException(exception);
            return;
        }

        var last = EnvironmentCookie.Read(HttpContext);
        var environment =
            Session.Environments.FirstOrDefault(environment => environment.Id == last)
            ?? (Session.Environments is [var first, ..] ? first : null);
        if (environment is null)
            _isEmpty = true;
        else
            Navigation.NavigateTo(DashboardUrls.Companies(environment.Id));
    }
}
