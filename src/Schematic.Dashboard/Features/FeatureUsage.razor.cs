using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Features;

/// <summary>Usage of a feature by all companies, over time and by company. Made anew for another feature.</summary>
public sealed partial class FeatureUsage : CancellableComponent
{
    private PageLoader<UsageSeries> _series = default!;
    private ListLoader<FeatureUsageQuery, TopCompany> _companies = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public FeatureDetailResponseData Feature { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public FeatureUsageQuery Query { get; set; } = default!;

    private bool IsCounted => Feature.EventSubtype is { Length: > 0 };

    private UsagePeriod Period => Query.Range.ToPeriod(Time.GetUtcNow());

    protected override void OnInitialized()
    {
        _series = NewLoader<UsageSeries>();
        _companies = Own(
            new ListLoader<FeatureUsageQuery, TopCompany>(
                StateHasChanged,
                Time,
                ListCompaniesAsync,
                CountCompaniesAsync
            )
        );
    }

    protected override Task OnParametersSetAsync()
    {
        if (!IsCounted)
            return Task.CompletedTask;
        var period = Period;
        return Task.WhenAll(
            _series.LoadAsync(period, cancellationToken => GetSeriesAsync(period, cancellationToken)),
            _companies.LoadAsync(Query.Rows)
        );
    }

    private async Task<UsageSeries> GetSeriesAsync(UsagePeriod period, CancellationToken cancellationToken)
    {
        var answer = await Session.Gateway.Insights.GetEnvironmentFeatureUsageTimeSeriesAsync(
            new()
            {
                FeatureId = Feature.Id,
                StartTime = period.Start,
                EndTime = period.End,
                Granularity = period.Granularity,
            },
            cancellationToken
        );
        return UsageSeries.Create(
            period,
            answer.Data.Points.Select(static point => (point.Timestamp, point.Usage)),
            Time.GetUtcNow()
        );
    }

    private async Task<Envelope<IReadOnlyList<TopCompany>>> ListCompaniesAsync(
        FeatureUsageQuery query,
        CancellationToken cancellationToken
    )
    {
        var answer = await Session.Gateway.Insights.ListTopCompaniesAsync(ToContract(query), cancellationToken);
        return new()
        {
            Data = [.. answer.Data.Select((usage, index) => new TopCompany(query.Offset + index + 1, usage))],
            Params = answer.Params,
        };
    }

    private Task<Envelope<CountResponse>> CountCompaniesAsync(
        FeatureUsageQuery query,
        CancellationToken cancellationToken
    ) => Session.Gateway.Insights.CountTopCompaniesAsync(ToContract(query), cancellationToken);

    private TopCompaniesQuery ToContract(FeatureUsageQuery query) =>
        query.ToContract(Feature.Id, query.Range.ToPeriod(Time.GetUtcNow()));

    private string UrlOf(ListQuery query) => DashboardUrls.Feature(EnvironmentId, Feature.Id, query);

    // The same time of this feature, for one company.
    private string CompanyUrl(string companyId) =>
        DashboardUrls.Company(
            EnvironmentId,
            companyId,
            DashboardUrls.UsageTab,
            new CompanyUsageQuery { FeatureId = Feature.Id, Range = Query.Range }
        );
}
