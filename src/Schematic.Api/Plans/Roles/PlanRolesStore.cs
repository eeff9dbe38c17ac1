using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Plans.Roles;

/// <summary>The plans of new companies and of those that have none left, in the caller's environment.</summary>
internal sealed class PlanRolesStore(IDatabase database, IPlanBenefits benefits, Caller caller, TimeProvider time)
{
    public async Task<PlanRolesResponseData> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var row = await db.PlanRoles.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return await ToContractAsync(db, row, cancellationToken);
    }

    public Task<PlanRolesResponseData> UpdateAsync(
        UpdatePlanRolesRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var plans = await new CompanyPlanWriter(db, now, benefits).LockPlansAsync(Named(body), token);
                var row = await db.PlanRoles.FirstOrDefaultAsync(token);
                if (row is null)
                {
                    row = new PlanRolesRow { EnvironmentSeq = db.EnvironmentSeq };
                    db.Add(row);
                }

                await ApplyAsync(db, row, plans, body, now, token);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.PlanRule, 0, db.EnvironmentSeq);
                return await ToContractAsync(db, row, token);
            },
            cancellationToken
        );

    // Who was there, or had lost a plan, before a plan got the role does not get that plan.
    private static async Task ApplyAsync(
        SchematicDb db,
        PlanRolesRow row,
        IReadOnlyDictionary<string, PlanRow> plans,
        UpdatePlanRolesRequestBody body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var initial = await SeqAsync(db, plans, body.InitialPlanId, "initial_plan_id", cancellationToken);
        if (initial.IsSet)
            (row.InitialSince, row.InitialPlanSeq) = (row.InitialPlanSeq is null ? now : row.InitialSince, initial.Seq);
        var fallback = await SeqAsync(db, plans, body.FallbackPlanId, "fallback_plan_id", cancellationToken);
        if (fallback.IsSet)
            (row.FallbackSince, row.FallbackPlanSeq) = (
                row.FallbackPlanSeq is null ? now : row.FallbackSince,
                fallback.Seq
            );
        var expiry = await SeqAsync(db, plans, body.TrialExpiryPlanId, "trial_expiry_plan_id", cancellationToken);
        if (expiry.IsSet)
            row.TrialExpiryPlanSeq = expiry.Seq;
    }

    private static List<string> Named(UpdatePlanRolesRequestBody body) =>
        [
            .. new[] { body.InitialPlanId.Value, body.FallbackPlanId.Value, body.TrialExpiryPlanId.Value }
                .OfType<string>()
                .Distinct(),
        ];

    private static async Task<(bool IsSet, int? Seq)> SeqAsync(
        SchematicDb db,
        IReadOnlyDictionary<string, PlanRow> plans,
        Optional<string> id,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (id.Value is not { } named)
            return (id.IsSet, null);
        if (!plans.TryGetValue(named, out var plan))
            throw ApiProblem.NotFoundInAccount("plan", named).About(field);
        if (plan.PlanType != PlanType.Plan)
            throw ApiProblem.BadRequest(
                $"{field} names an add-on: \"{ApiProblem.Shorten(plan.Name)}\". Name a plan.",
                field
            );
        if (
            !await db.PlanVersions.AnyAsync(
                row => row.PlanSeq == plan.Seq && row.Status == PlanVersionStatus.Published,
                cancellationToken
            )
        )
            throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(plan.Name)}\" has no published version in this environment, so no company can "
                    + "get it. Publish its draft first; nothing was changed.",
                field
            );
        return (true, plan.Seq);
    }

    private static async Task<PlanRolesResponseData> ToContractAsync(
        SchematicDb db,
        PlanRolesRow? row,
        CancellationToken cancellationToken
    )
    {
        if (row is null)
            return new PlanRolesResponseData();
        var ids = await db
            .Plans.Where(plan =>
                plan.Seq == row.InitialPlanSeq || plan.Seq == row.FallbackPlanSeq || plan.Seq == row.TrialExpiryPlanSeq
            )
            .ToDictionaryAsync(static plan => (int?)plan.Seq ?? 0, static plan => plan.Id, cancellationToken);
        return new PlanRolesResponseData
        {
            InitialPlanId = ids.GetValueOrDefault(row.InitialPlanSeq ?? 0),
            FallbackPlanId = ids.GetValueOrDefault(row.FallbackPlanSeq ?? 0),
            TrialExpiryPlanId = ids.GetValueOrDefault(row.TrialExpiryPlanSeq ?? 0),
        };
    }
}
