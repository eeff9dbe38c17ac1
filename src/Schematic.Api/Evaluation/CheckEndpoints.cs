using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

internal static class CheckEndpoints
{
    /// <summary>The policy of operations that a browser may call from any page: keys for that are publishable, and answers belong to whoever has one.</summary>
    public const string FromBrowsers = "browsers";

    public static void MapChecks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/flags/{key}/check", Check).WithName("checkFlag").InEnvironment(Access.Check).RequireCors(FromBrowsers);
        api.MapPost("/flags/check", CheckAll).WithName("checkFlags").InEnvironment(Access.Check).RequireCors(FromBrowsers);
        api.MapPost("/flags/check-bulk", CheckBulk).WithName("checkFlagsBulk").InEnvironment(Access.Check).RequireCors(FromBrowsers);
        api.MapPost("/flags/{key}/explain", Explain).WithName("explainFlag").InEnvironment(Access.Read);
        api.MapPost("/flags/{flag_id}/impact", Impact).WithName("getFlagImpact").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<CheckFlagResponseData>>> Check(string key, Body<CheckFlagRequestBody> body, FlagChecks checks, CancellationToken cancellationToken) =>
        Answer.Ok(await checks.CheckAsync(key, body.Value, cancellationToken));

    private static async Task<JsonHttpResult<Envelope<CheckFlagsResponseData>>> CheckAll(Body<CheckFlagRequestBody> body, FlagChecks checks, CancellationToken cancellationToken) =>
        Answer.Created(await checks.CheckAllAsync(body.Value, cancellationToken));

    private static async Task<JsonHttpResult<Envelope<CheckFlagsBulkResponseData>>> CheckBulk(Body<CheckFlagsBulkRequestBody> body, FlagChecks checks, CancellationToken cancellationToken) =>
        Answer.Created(await checks.CheckBulkAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<ExplainFlagResponseData>>> Explain(string key, Body<ExplainFlagRequestBody> body, FlagExplanations explanations, CancellationToken cancellationToken) =>
        Answer.Ok(await explanations.ExplainAsync(key, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<FlagImpactResponseData>>> Impact(string flag_id, Body<FlagImpactRequestBody> body, FlagImpact impact, CancellationToken cancellationToken) =>
        Answer.Ok(await impact.MeasureAsync(flag_id, body.Value, cancellationToken));
}
