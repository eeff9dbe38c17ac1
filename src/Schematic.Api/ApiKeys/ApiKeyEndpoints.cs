using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Http.Idempotency;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;

namespace Schematic.Api.ApiKeys;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api-keys", List).WithName("listApiKeys").InAccount(Access.Admin);
        api.MapPost("/api-keys", Create).WithName("createApiKey").InAccount(Access.Admin).ShowsSecret();
        api.MapGet("/api-keys/count", Count).WithName("countApiKeys").InAccount(Access.Admin);
        api.MapGet("/api-keys/{api_key_id}", Get).WithName("getApiKey").InAccount(Access.Admin);
        api.MapPut("/api-keys/{api_key_id}", Update).WithName("updateApiKey").InAccount(Access.Admin);
        api.MapDelete("/api-keys/{api_key_id}", Delete).WithName("deleteApiKey").InAccount(Access.Admin);
        api.MapGet("/whoami", WhoAmI).WithName("getWhoAmI").InAccount(Access.Any);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<ApiKeyResponseData>>>> List(
        Query<ApiKeysQuery> query,
        ApiKeyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<ApiKeysQuery> query,
        ApiKeyStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<ApiKeyResponseData>>> Get(
        string api_key_id,
        ApiKeyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(api_key_id, cancellationToken));

    private static async Task<Created<Envelope<ApiKeyCreateResponseData>>> Create(
        Body<CreateApiKeyRequestBody> body,
        ApiKeyStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<ApiKeyResponseData>>> Update(
        string api_key_id,
        Body<UpdateApiKeyRequestBody> body,
        ApiKeyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(api_key_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string api_key_id,
        ApiKeyStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(api_key_id, cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<WhoAmIResponseData>>> WhoAmI(
        WhoAmIStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(cancellationToken));
}
