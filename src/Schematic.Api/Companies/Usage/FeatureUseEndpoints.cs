using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Companies.Usage;

internal static class FeatureUseEndpoints
{
    public static void MapFeatureUse(this IEndpointRouteBuilder api)
    {
        api.MapGet("/feature-usage", List).WithName("listFeatureUsage").InEnvironment(Access.Read);
        api.MapGet("/feature-usage/count", Count).WithName("countFeatureUsage").InEnvironment(Access.Read);
        api.MapGet("/feature-companies", ListCompanies).WithName("listFeatureCompanies").InEnvironment(Access.Read);
        api.MapGet("/feature-companies/count", CountCompanies)
            .WithName("countFeatureCompanies")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<FeatureUsageResponseData>>>> List(
        Query<FeatureUsageQuery> query,
        FeatureUsageStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<FeatureUsageQuery> query,
        FeatureUsageStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<FeatureCompanyResponseData>>>> ListCompanies(
        Query<FeatureCompaniesQuery> query,
        FeatureCompaniesStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountCompanies(
        Query<FeatureCompaniesQuery> query,
        FeatureCompaniesStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);
}
