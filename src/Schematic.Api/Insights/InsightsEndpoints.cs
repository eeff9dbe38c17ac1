using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Insights;

/// <summary>Reads of usage; docs/wire-compatibility.md names those that the published description lacks.</summary>
internal static class InsightsEndpoints
{
    public static void MapInsights(this IEndpointRouteBuilder api)
    {
        api.MapGet("/feature-usage-timeseries", GetOfCompany)
            .WithName("getFeatureUsageTimeSeries")
            .InEnvironment(Access.Read);
        api.MapGet("/insights/feature-usage-timeseries", GetOfEnvironment)
            .WithName("getEnvironmentFeatureUsageTimeSeries")
            .InEnvironment(Access.Read);
        api.MapGet("/feature-usage-history", ListHistory)
            .WithName("listFeatureUsageHistory")
            .InEnvironment(Access.Read);
        api.MapGet("/user-usage-by-company", GetOfUsers).WithName("getUserUsageByCompany").InEnvironment(Access.Read);
        api.MapGet("/insights/top-companies", ListTopCompanies).WithName("listTopCompanies").InEnvironment(Access.Read);
        api.MapGet("/insights/top-companies/count", CountTopCompanies)
            .WithName("countTopCompanies")
            .InEnvironment(Access.Read);
        api.MapGet("/usage-by-company", GetOfKeys).WithName("getFeatureUsageByCompany").InEnvironment(Access.Read);
        api.MapGet("/unknown-names", ListUnknownNames).WithName("listUnknownNames").InEnvironment(Access.Read);
        api.MapGet("/unknown-names/count", CountUnknownNames).WithName("countUnknownNames").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<FeatureUsageTimeSeriesResponseData>>> GetOfCompany(
        Query<FeatureUsageTimeSeriesQuery> query,
        UsageCharts charts,
        CancellationToken cancellationToken
    ) => Responses.Ok(await charts.OfCompanyAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<EnvironmentFeatureUsageTimeSeriesResponseData>>> GetOfEnvironment(
        Query<EnvironmentFeatureUsageTimeSeriesQuery> query,
        UsageCharts charts,
        CancellationToken cancellationToken
    ) => Responses.Ok(await charts.OfEnvironmentAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<FeatureUsageHistoryResponseData>>>> ListHistory(
        Query<FeatureUsageHistoryQuery> query,
        UsageHistory history,
        CancellationToken cancellationToken
    ) => Responses.Ok(await history.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<UserUsageByCompanyResponseData>>> GetOfUsers(
        Query<UserUsageByCompanyQuery> query,
        UserUsage usage,
        CancellationToken cancellationToken
    ) => Responses.Ok(await usage.OfCompanyAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<CompanyUsageResponseData>>>> ListTopCompanies(
        Query<TopCompaniesQuery> query,
        UsageCharts charts,
        CancellationToken cancellationToken
    ) => Responses.Ok(await charts.TopCompaniesAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountTopCompanies(
        Query<TopCompaniesQuery> query,
        UsageCharts charts,
        CancellationToken cancellationToken
    ) => Responses.Count(await charts.CountTopCompaniesAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<FeatureUsageDetailResponseData>>> GetOfKeys(
        Query<KeysQuery> query,
        UsageCharts charts,
        CancellationToken cancellationToken
    ) => Responses.Ok(await charts.OfKeysAsync(query.Value.Keys, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<UnknownNameResponseData>>>> ListUnknownNames(
        Query<UnknownNamesQuery> query,
        UnknownNames names,
        CancellationToken cancellationToken
    ) => Responses.Ok(await names.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountUnknownNames(
        Query<UnknownNamesQuery> query,
        UnknownNames names,
        CancellationToken cancellationToken
    ) => Responses.Count(await names.CountAsync(query.Value, cancellationToken), query.Value);
}
