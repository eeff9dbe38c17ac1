using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements;

/// <summary>Copies of what plans give.</summary>
internal sealed class PlanEntitlementCopyStore(
    IDatabase database,
    IPlanBenefits benefits,
    Caller caller,
    TimeProvider time
)
{
    /// <summary>Copies what one plan gives into the draft of another; what that gives already stays as it is.</summary>
    public Task<DuplicatePlanEntitlementsResponseResponseData> DuplicateAsync(
        DuplicatePlanEntitlementsRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var writer = new PlanWriter(db, now);
                if (body.SourcePlanId == body.TargetPlanId)
                    throw ApiProblem.BadRequest(
                        "target_plan_id names the source plan. Name another plan.",
                        "target_plan_id"
                    );
                var source = await FromPlanAsync(db, body.SourcePlanId, token);
                var draft = await writer.DraftAsync(
                    await PlanEntitlementStore.LockPlanAsync(writer, body.TargetPlanId, "target_plan_id", token),
                    token
                );
                var given = await db
                    .PlanEntitlements.Where(row => row.PlanVersionSeq == draft.Seq)
                    .Select(row => row.FeatureSeq)
                    .ToListAsync(token);
                var copies = source
                    .Where(detail => !given.Contains(detail.Row.FeatureSeq))
                    .Select(detail => detail.Row.CopyTo(draft, now))
                    .ToList();
                db.AddRange(copies);
                writer.Touch(draft);
                await db.SaveChangesAsync(token);
                var ids = copies.ConvertAll(static row => row.Id);
                var made = await PlanEntitlementReader
                    .Details(db, db.PlanEntitlements.Where(row => EF.Parameter(ids).Contains(row.Id)))
                    .OrderBy(detail => detail.Row.Seq)
                    .ToListAsync(token);
                return new DuplicatePlanEntitlementsResponseResponseData
                {
                    Data = [.. made.Select(detail => detail.ToContract(caller.Environment.Id))],
                    Issues = [],
                    Skipped = [.. source.Where(detail => given.Contains(detail.Row.FeatureSeq)).Select(Skipped)],
                };
            },
            cancellationToken
        );

    private static SkippedEntitlementResponseData Skipped(PlanEntitlementDetail detail) =>
        new()
        {
            EntitlementId = detail.Row.Id,
            FeatureId = detail.Feature.Id,
            FeatureName = detail.Feature.Name,
            Errors =
            [
                new SkippedEntitlementErrorResponseData
                {
                    Message = "The target plan gives this feature already; it was left as it is.",
                },
            ],
        };

    private async Task<IReadOnlyList<PlanEntitlementDetail>> FromPlanAsync(
        SchematicDb db,
        string planId,
        CancellationToken cancellationToken
    )
    {
        var plans = db.Plans.Where(row => row.Id == planId);
        var found = await PlanReader.DetailsAsync(db, benefits, plans, null, cancellationToken);
        return found is [var plan]
            ? plan.Entitlements
            : throw ApiProblem.NotFoundInAccount("plan", planId).About("source_plan_id");
    }
}
