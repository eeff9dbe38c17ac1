using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Flags.History;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Flags;

internal static class FlagEndpoints
{
    public static void MapFlags(this IEndpointRouteBuilder api)
    {
        api.MapGet("/flags", List).WithName("listFlags").InEnvironment(Access.Read);
        api.MapPost("/flags", Create).WithName("createFlag").InEnvironment(FlagsEdit);
        api.MapGet("/flags/count", Count).WithName("countFlags").InEnvironment(Access.Read);
        api.MapGet("/flags/{flag_id}", Get).WithName("getFlag").InEnvironment(Access.Read);
        api.MapPut("/flags/{flag_id}", Update).WithName("updateFlag").InEnvironment(FlagsEdit);
        api.MapDelete("/flags/{flag_id}", Delete).WithName("deleteFlag").InEnvironment(FlagsEdit);
        api.MapPut("/flags/{flag_id}/rules", UpdateRules).WithName("updateFlagRules").InEnvironment(FlagRulesEdit);
        // Not part of the published description; docs/wire-compatibility.md.
        api.MapGet("/flags/{flag_id}/rules/history", ListRuleSaves)
            .WithName("listFlagRuleSaves")
            .InEnvironment(Access.Read);
        api.MapGet("/flags/{flag_id}/rules/history/count", CountRuleSaves)
            .WithName("countFlagRuleSaves")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<FlagDetailResponseData>>>> List(
        Query<FlagsQuery> query,
        FlagStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<FlagsQuery> query,
        FlagStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<FlagDetailResponseData>>> Get(
        string flag_id,
        FlagStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.GetAsync(flag_id, cancellationToken));

    private static async Task<Created<Envelope<FlagDetailResponseData>>> Create(
        Body<CreateFlagRequestBody> body,
        FlagStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Created(response, await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<FlagDetailResponseData>>> Update(
        string flag_id,
        Body<CreateFlagRequestBody> body,
        IfMatch ifMatch,
        FlagStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.UpdateAsync(flag_id, body.Value, ifMatch, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string flag_id,
        FlagStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(flag_id, cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<RulesDetailResponseData>>> UpdateRules(
        string flag_id,
        Body<UpdateFlagRulesRequestBody> body,
        IfMatch ifMatch,
        FlagStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.UpdateRulesAsync(flag_id, body.Value, ifMatch, cancellationToken));

    private static async Task<Ok<Envelope<IReadOnlyList<FlagRuleSaveResponseData>>>> ListRuleSaves(
        string flag_id,
        Query<FlagRuleSavesQuery> query,
        FlagRuleSaveStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(flag_id, query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountRuleSaves(
        string flag_id,
        Query<FlagRuleSavesQuery> query,
        FlagRuleSaveStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(flag_id, query.Value, cancellationToken), query.Value);
}
