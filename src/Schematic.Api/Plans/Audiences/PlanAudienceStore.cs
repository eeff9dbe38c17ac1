using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Audiences;

/// <summary>Audiences of plans in the caller's environment. Who is in one follows by itself.</summary>
internal sealed class PlanAudienceStore(
    IDatabase database,
    IAudienceProgress progress,
    Caller caller,
    TimeProvider time
)
{
    public async Task<WithETag<PlanAudienceResponseData>> GetAsync(string planId, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var plan = await FindPlanAsync(db, planId, cancellationToken);
        var audience =
            await db.PlanAudiences.AsNoTracking().FirstOrDefaultAsync(row => row.PlanSeq == plan.Seq, cancellationToken)
            ?? throw None(plan);
        return await ToContractAsync(db, plan, audience, cancellationToken);
    }

    public Task<WithETag<PlanAudienceResponseData>> UpdateAsync(
        string planId,
        PlanAudienceRequestBody body,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var plan = await new PlanWriter(db, now).LockAsync(planId, token);
                var audience = await db.PlanAudiences.FirstOrDefaultAsync(row => row.PlanSeq == plan.Seq, token);
                await RequireFreshAsync(db, plan, audience, ifMatch, token);
                var rule = await AudienceRules.ReadAsync(db, audience?.ReadRule(), body, now, token);
                if (audience is null)
                {
                    audience = new PlanAudienceRow
                    {
                        EnvironmentSeq = db.EnvironmentSeq,
                        PlanSeq = plan.Seq,
                        Rule = "",
                        CreatedAt = now,
                    };
                    db.Add(audience);
                }

                audience.Rule = RuleSerializer.Write(new[] { rule });
                audience.UpdatedAt = now;
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.PlanRule, plan.Seq, db.EnvironmentSeq);
                return await ToContractAsync(db, plan, audience, token);
            },
            cancellationToken
        );

    /// <summary>Deletes the audience. Companies that have the plan through it lose the plan.</summary>
    public Task DeleteAsync(string planId, IfMatch ifMatch, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var plan = await new PlanWriter(db, time.Now()).LockAsync(planId, token);
                var audience =
                    await db.PlanAudiences.FirstOrDefaultAsync(row => row.PlanSeq == plan.Seq, token)
                    ?? throw None(plan);
                await RequireFreshAsync(db, plan, audience, ifMatch, token);
                db.Remove(audience);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.PlanRule, plan.Seq, db.EnvironmentSeq);
            },
            cancellationToken
        );

    private static async Task<PlanRow> FindPlanAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFoundInAccount("plan", id);

    private static ApiException None(PlanRow plan) =>
        ApiProblem.NotFound(
            $"\"{ApiProblem.Shorten(plan.Name)}\" has no audience in this environment: companies get it only by hand."
        );

    private async Task RequireFreshAsync(
        SchematicDb db,
        PlanRow plan,
        PlanAudienceRow? audience,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    )
    {
        if (audience is not null && ifMatch.Tags is not null)
            ifMatch.Require(
                await ToContractAsync(db, plan, audience, cancellationToken),
                $"The audience of \"{ApiProblem.Shorten(plan.Name)}\""
            );
        // Somebody else removed the audience that was to be changed.
        else if (ifMatch.Tags is [_, ..])
            throw None(plan);
    }

    private async Task<WithETag<PlanAudienceResponseData>> ToContractAsync(
        SchematicDb db,
        PlanRow plan,
        PlanAudienceRow audience,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<FlagRule> rules = [audience.ReadRule()];
        var names = await FlagReader.NamesAsync(db, rules, cancellationToken);
        var rule = rules.ToContract(null, caller.Environment.Id, names)[0];
        var contract = new PlanAudienceResponseData
        {
            Id = rule.Id,
            PlanId = plan.Id,
            EnvironmentId = caller.Environment.Id,
            Conditions = rule.Conditions,
            ConditionGroups = rule.ConditionGroups,
            Progress = progress.ProgressIn(caller.Environment.Seq) is { } walk
                ? new PlanAudienceProgressResponseData { Examined = walk.Examined, Total = walk.Total }
                : null,
            CreatedAt = audience.CreatedAt,
            UpdatedAt = audience.UpdatedAt,
        };
        return new(contract, ContentETag.Of(audience.Rule));
    }
}
