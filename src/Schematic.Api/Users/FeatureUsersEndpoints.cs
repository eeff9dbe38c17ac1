using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Users;

internal static class FeatureUsersEndpoints
{
    public static void MapFeatureUsers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/feature-users", List).WithName("listFeatureUsers").InEnvironment(Access.Read);
        api.MapGet("/feature-users/count", Count).WithName("countFeatureUsers").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<FeatureCompanyUserResponseData>>>> List(
        Query<FeatureUsersQuery> query,
        FeatureUsersStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<FeatureUsersQuery> query,
        FeatureUsersStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);
}
