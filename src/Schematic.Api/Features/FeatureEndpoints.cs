using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Features;

internal static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/features", List).WithName("listFeatures").InEnvironment(Access.Read);
        api.MapPost("/features", Create).WithName("createFeature").InEnvironment(FeaturesEdit);
        api.MapGet("/features/count", Count).WithName("countFeatures").InEnvironment(Access.Read);
        api.MapGet("/features/{feature_id}", Get).WithName("getFeature").InEnvironment(Access.Read);
        api.MapPut("/features/{feature_id}", Update).WithName("updateFeature").InEnvironment(FeaturesEdit);
        api.MapDelete("/features/{feature_id}", Delete).WithName("deleteFeature").InEnvironment(FeaturesEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<FeatureDetailResponseData>>>> List(
        Query<FeaturesQuery> query,
        FeatureStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<FeaturesQuery> query,
        FeatureStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<FeatureDetailResponseData>>> Get(
        string feature_id,
        FeatureStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(feature_id, cancellationToken));

    private static async Task<Created<Envelope<FeatureDetailResponseData>>> Create(
        Body<CreateFeatureRequestBody> body,
        FeatureStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<FeatureDetailResponseData>>> Update(
        string feature_id,
        Body<UpdateFeatureRequestBody> body,
        FeatureStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(feature_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string feature_id,
        FeatureStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(feature_id, cancellationToken);
        return Responses.Deleted();
    }
}
