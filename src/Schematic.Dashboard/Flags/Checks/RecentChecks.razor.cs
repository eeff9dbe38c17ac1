using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>
/// The checks that applications made for one company or of one flag, newest first. Not counted: there may be
/// millions.
/// </summary>
public sealed partial class RecentChecks : ComponentBase, IDisposable
{
    private ListLoader<RecentChecksQuery, RecordedCheck> _checks = default!;
    private (string? CompanyId, string? FlagId) _shown;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>Id of the company that was checked for; null to show the checks of a flag.</summary>
    [Parameter]
    public string? CompanyId { get; set; }

    /// <summary>Id of the flag that was checked; null to show the checks for a company.</summary>
    [Parameter]
    public string? FlagId { get; set; }

    [Parameter]
    [EditorRequired]
    public RecentChecksQuery Query { get; set; } = default!;

    /// <summary>Returns the address of this screen with another page.</summary>
    [Parameter]
    [EditorRequired]
    public Func<ListQuery, string> UrlFor { get; set; } = default!;

    public void Dispose() => _checks.Dispose();

    protected override void OnInitialized() => _checks = NewLoader();

    protected override Task OnParametersSetAsync()
    {
        if (_shown != (CompanyId, FlagId))
        {
            // Another company: nothing of the last one may be seen meanwhile.
            _checks.Dispose();
            (_checks, _shown) = (NewLoader(), (CompanyId, FlagId));
        }

        return _checks.LoadAsync(Query);
    }

    private string CompanyUrl(string? id) =>
        id is null ? "" : DashboardUrls.Company(EnvironmentId, id, DashboardUrls.ChecksTab);

    private string UserUrl(string? id) => id is null ? "" : DashboardUrls.User(EnvironmentId, id);

    private ListLoader<RecentChecksQuery, RecordedCheck> NewLoader() => new(StateHasChanged, Time, ListAsync);

    private async Task<Envelope<IReadOnlyList<RecordedCheck>>> ListAsync(
        RecentChecksQuery query,
        CancellationToken cancellationToken
    )
    {
        var answer = await Session.Gateway.Events.ListAsync(query.ToContract(CompanyId, FlagId), cancellationToken);
        return new() { Data = [.. answer.Data.Select(RecordedCheck.FromContract)], Params = answer.Params };
    }
}
