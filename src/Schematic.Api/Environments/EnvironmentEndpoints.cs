using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Environments;

internal static class EnvironmentEndpoints
{
    public static void MapEnvironments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/environments", List).WithName("listEnvironments").InAccount(Access.Read);
        api.MapPost("/environments", Create).WithName("createEnvironment").InAccount(Access.Admin);
        api.MapGet("/environments/count", Count).WithName("countEnvironments").InAccount(Access.Read);
        api.MapGet("/environments/{environment_id}", Get).WithName("getEnvironment").InAccount(Access.Read);
        api.MapPut("/environments/{environment_id}", Update).WithName("updateEnvironment").InAccount(Access.Admin);
        api.MapDelete("/environments/{environment_id}", Delete).WithName("deleteEnvironment").InAccount(Access.Admin);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<EnvironmentResponseData>>>> List(
        Query<EnvironmentsQuery> query,
        EnvironmentStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<EnvironmentsQuery> query,
        EnvironmentStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<EnvironmentResponseData>>> Get(
        string environment_id,
        EnvironmentStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(environment_id, cancellationToken));

    private static async Task<Created<Envelope<EnvironmentDetailResponseData>>> Create(
        Body<CreateEnvironmentRequestBody> body,
        EnvironmentStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<EnvironmentResponseData>>> Update(
        string environment_id,
        Body<UpdateEnvironmentRequestBody> body,
        EnvironmentStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(environment_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string environment_id,
        EnvironmentStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(environment_id, cancellationToken);
        return Responses.Deleted();
    }
}
