using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Credits.SelfCheck;

internal static class CreditSelfCheckEndpoints
{
    public static void MapCreditSelfCheck(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing/credits/self-check", Get).WithName("getCreditSelfCheck").InEnvironment(Access.Read);
        api.MapPost("/billing/credits/self-check", Run)
            .WithName("runCreditSelfCheck")
            .InEnvironment(PlanBillingEdit)
            .MayTakeLong();
    }

    private static async Task<Ok<Envelope<CreditSelfCheckResponseData>>> Get(
        IDatabase database,
        Caller caller,
        CancellationToken cancellationToken
    ) => Responses.Ok(await database.ListAsync(caller.Environment.Seq, CreditSelfCheck.ReadAsync, cancellationToken));

    private static async Task<Ok<Envelope<CreditSelfCheckResponseData>>> Run(
        CreditSelfCheck check,
        Caller caller,
        CancellationToken cancellationToken
    ) => Responses.Ok(await check.RunAsync(caller.Environment.Seq, cancellationToken));
}
