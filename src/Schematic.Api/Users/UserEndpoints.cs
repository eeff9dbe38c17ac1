using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/users", List).WithName("listUsers").InEnvironment(Access.Read);
        api.MapPost("/users", Upsert).WithName("upsertUser").InEnvironment(CompanyUsersEdit);
        api.MapGet("/users/count", Count).WithName("countUsers").InEnvironment(Access.Read);
        api.MapPost("/users/create", Create).WithName("createUser").InEnvironment(CompanyUsersEdit);
        api.MapPost("/users/delete", DeleteByKeys).WithName("deleteUserByKeys").InEnvironment(CompanyUsersEdit);
        api.MapGet("/users/lookup", Lookup).WithName("lookupUser").InEnvironment(Access.Read);
        api.MapGet("/users/{user_id}", Get).WithName("getUser").InEnvironment(Access.Read);
        api.MapDelete("/users/{user_id}", Delete).WithName("deleteUser").InEnvironment(CompanyUsersEdit);
        api.MapPost("/user-traits", UpsertTrait).WithName("upsertUserTrait").InEnvironment(CompanyUsersEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<UserDetailResponseData>>>> List(
        Query<UsersQuery> query,
        UserStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<UsersQuery> query,
        UserStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<UserDetailResponseData>>> Upsert(
        Body<UpsertUserRequestBody> body,
        UserStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Ok(
            await store.ApplyAsync(body.Value.FromContract(), UserMembershipChange.From(body.Value), cancellationToken)
        );

    private static async Task<Created<Envelope<UserDetailResponseData>>> Create(
        Body<UpsertUserRequestBody> body,
        UserStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Created(
            await store.ApplyAsync(
                body.Value.FromContract() with
                {
                    CreateOnly = true,
                },
                UserMembershipChange.From(body.Value),
                cancellationToken
            )
        );

    private static async Task<Ok<Envelope<UserDetailResponseData>>> Lookup(
        Query<KeysQuery> query,
        UserStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(query.Value.Keys, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<UserDetailResponseData>>> Get(
        string user_id,
        UserStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(ById(user_id), cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string user_id,
        UserStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(ById(user_id), cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<UserResponseData>>> DeleteByKeys(
        Body<KeysRequestBody> body,
        UserStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.DeleteAsync(body.Value.Keys, cancellationToken));

    private static async Task<Ok<Envelope<UserDetailResponseData>>> UpsertTrait(
        Body<UpsertTraitRequestBody> body,
        UserStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Ok(
            await store.ApplyAsync(EntityStore.TraitChangeOf(EntityType.User, body.Value), null, cancellationToken)
        );

    private static Dictionary<string, string> ById(string id) => new() { [EntityKeys.IdKey] = id };
}
