using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

internal static class CheckEndpoints
{
    /// <summary>
    /// The policy of operations that a browser may call from any page: keys for that are publishable, and answers
    /// belong to whoever has one.
    /// </summary>
    public const string FromBrowsers = "browsers";

    public static void MapChecks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/flags/{key}/check", Check)
            .WithName("checkFlag")
            .Produces<Envelope<CheckFlagResponseData>>()
            .InEnvironment(Access.Check)
            .RequireCors(FromBrowsers);
        api.MapPost("/flags/check", CheckAll)
            .WithName("checkFlags")
            .Produces<Envelope<CheckFlagsResponseData>>(StatusCodes.Status201Created)
            .InEnvironment(Access.Check)
            .RequireCors(FromBrowsers);
        api.MapPost("/flags/check-bulk", CheckBulk)
            .WithName("checkFlagsBulk")
            .Produces<Envelope<CheckFlagsBulkResponseData>>(StatusCodes.Status201Created)
            .InEnvironment(Access.Check)
            .RequireCors(FromBrowsers);
        api.MapPost("/flags/{key}/explain", Explain).WithName("explainFlag").InEnvironment(Access.Read);
        api.MapPost("/flags/{flag_id}/impact", Impact)
            .WithName("getFlagImpact")
            .InEnvironment(Access.Read)
            .MayTakeLong();
    }

    private static async Task<CheckResult> Check(
        string key,
        Body<CheckFlagRequestBody> body,
        FlagChecks checks,
        MemoryAge memory,
        CancellationToken cancellationToken
    ) => CheckResult.One(memory.Require(), await checks.CheckAsync(key, body.Value, cancellationToken));

    private static async Task<CheckResult> CheckAll(
        Body<CheckFlagRequestBody> body,
        FlagChecks checks,
        MemoryAge memory,
        CancellationToken cancellationToken
    ) => CheckResult.All(memory.Require(), await checks.CheckAllAsync(body.Value, cancellationToken));

    private static async Task<CheckResult> CheckBulk(
        Body<CheckFlagsBulkRequestBody> body,
        FlagChecks checks,
        MemoryAge memory,
        CancellationToken cancellationToken
    ) => CheckResult.Bulk(memory.Require(), await checks.CheckBulkAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<ExplainFlagResponseData>>> Explain(
        string key,
        Body<ExplainFlagRequestBody> body,
        FlagExplanations explanations,
        CancellationToken cancellationToken
    ) => Responses.Ok(await explanations.ExplainAsync(key, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<FlagImpactResponseData>>> Impact(
        string flag_id,
        Body<FlagImpactRequestBody> body,
        ImpactPreview impact,
        [FromKeyedServices(nameof(ImpactPreview))] Turns turns,
        CancellationToken cancellationToken
    ) =>
        Responses.Ok(
            await turns.RunAsync(() => impact.MeasureAsync(flag_id, body.Value, cancellationToken), cancellationToken)
        );
}
