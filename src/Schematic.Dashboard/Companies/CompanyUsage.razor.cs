using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway;

namespace Schematic.Dashboard.Companies;

/// <summary>Tab of a company: its usage of a feature over time and by user. Made anew for another company.</summary>
public sealed partial class CompanyUsage : CancellableComponent
{
    private const string Unattributed = "Unattributed";

    private PageLoader<IReadOnlyList<FeatureDetailResponseData>> _features = default!;
    private PageLoader<UsageSeries> _series = default!;
    private PageLoader<UserUsageByCompanyResponseData> _summary = default!;
    private ListLoader<CompanyUsageQuery, UserUsageResponseData> _users = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyUsageQuery Query { get; set; } = default!;

    private SchematicGateway Api => Session.Gateway;

    private UsagePeriod Period => Query.Range.ToPeriod(Time.GetUtcNow());

    // A link to a feature that is gone, or counts no event, opens the nearest screen.
    private FeatureDetailResponseData? Feature =>
        _features.State.Value is { } features
            ? features.FirstOrDefault(feature => feature.Id == Query.FeatureId)
                ?? (features is [var first, ..] ? first : null)
            : null;

    private string FeatureId => Feature?.Id ?? "";

    protected override void OnInitialized()
    {
        _features = Own(new PageLoader<IReadOnlyList<FeatureDetailResponseData>>(OnFeaturesChanged, Time));
        _series = NewLoader<UsageSeries>();
        _summary = NewLoader<UserUsageByCompanyResponseData>();
        _users = Own(new ListLoader<CompanyUsageQuery, UserUsageResponseData>(StateHasChanged, Time, ListUsersAsync));
    }

    protected override Task OnParametersSetAsync() =>
        _features.State.HasValue
            ? LoadUsageAsync()
            : _features.LoadAsync("", cancellationToken => UsageFeatures.ListAsync(Api.Features, cancellationToken));

    // Also when they arrive by another attempt.
    private void OnFeaturesChanged()
    {
        if (_features.State is { HasValue: true, IsBusy: false })
            _ = LoadUsageAsync();
        StateHasChanged();
    }

    private Task LoadUsageAsync()
    {
        if (Feature is not { } feature)
            return Task.CompletedTask;
        var (api, companyId, period) = (Api.Insights, CompanyId, Period);
        var query = Query with { FeatureId = feature.Id };
        return Task.WhenAll(
            _series.LoadAsync(
                (feature.Id, period),
                async cancellationToken =>
                {
                    var rows = await CompanyHistory.ListAsync(api, companyId, feature.Id, period, cancellationToken);
                    return UsageSeries.Create(
                        period,
                        rows.Select(static row => (row.PeriodStart, row.Usage)),
                        Time.GetUtcNow()
                    );
                }
            ),
            // The user with the most usage is on the first page only, second to the unattributed at most.
            _summary.LoadAsync(
                (feature.Id, period.Start, period.End),
                async cancellationToken =>
                    (
                        await api.GetUserUsageByCompanyAsync(
                            query.ToContract(companyId, period) with
                            {
                                Limit = 2,
                                Offset = null,
                            },
                            cancellationToken
                        )
                    ).Data
            ),
            _users.LoadAsync(query.Rows)
        );
    }

    private async Task<Envelope<IReadOnlyList<UserUsageResponseData>>> ListUsersAsync(
        CompanyUsageQuery query,
        CancellationToken cancellationToken
    )
    {
        var period = query.Range.ToPeriod(Time.GetUtcNow());
        var answer = await Api.Insights.GetUserUsageByCompanyAsync(
            query.ToContract(CompanyId, period),
            cancellationToken
        );
        return new() { Data = answer.Data.Users, Params = answer.Params };
    }

    private string UrlOf(ListQuery query) =>
        DashboardUrls.Company(EnvironmentId, CompanyId, DashboardUrls.UsageTab, query);

    private void ChooseFeature(ChangeEventArgs e) => Navigation.NavigateTo(UrlOf(Query.Of(e.Value as string ?? "")));
}
