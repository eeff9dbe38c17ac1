using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Members;

/// <summary>Members of the account. Changing them is an addition to the published API.</summary>
internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/account-members", List).WithName("listAccountMembers").InAccount(Access.Read);
        api.MapGet("/account-members/count", Count).WithName("countAccountMembers").InAccount(Access.Read);
        api.MapGet("/account-members/{account_member_id}", Get).WithName("getAccountMember").InAccount(Access.Read);
        api.MapPut("/account-members/{account_member_id}", Update)
            .WithName("updateAccountMember")
            .InAccount(Access.Admin);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<AccountMemberResponseData>>>> List(
        Query<AccountMembersQuery> query,
        MemberStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<AccountMembersQuery> query,
        MemberStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<AccountMemberResponseData>>> Get(
        string account_member_id,
        MemberStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(account_member_id, cancellationToken));

    private static async Task<Ok<Envelope<AccountMemberResponseData>>> Update(
        string account_member_id,
        Body<UpdateAccountMemberRequestBody> body,
        MemberStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(account_member_id, body.Value, cancellationToken));
}
