using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>
/// Gives the companies that have a plan what its version includes now, a batch at a time: the first in the transaction
/// of the change, the others by <see cref="PlanGrantFollower"/>. A company that is dealt with twice is given nothing
/// twice.
/// </summary>
internal sealed class PlanGrantRollout(SchematicDb db, DateTimeOffset now, IPlanBenefits benefits)
{
    /// <summary>So few that a write which waits for them does not notice.</summary>
    public const int MaxCompanies = 500;

    /// <param name="planSeq">The plan, which is locked.</param>
    public async Task StartAsync(int planSeq, CancellationToken cancellationToken)
    {
        var rollout = await db.PlanGrantRollouts.FirstOrDefaultAsync(row => row.PlanSeq == planSeq, cancellationToken);
        if (rollout is null)
        {
            rollout = new PlanGrantRolloutRow { EnvironmentSeq = db.EnvironmentSeq, PlanSeq = planSeq };
            db.Add(rollout);
        }

        // Written first, which locks it: whoever goes on with it locks companies afterwards, too.
        (rollout.ReachedCompanySeq, rollout.IsDone) = (0, false);
        await db.SaveChangesAsync(cancellationToken);
        await GoOnAsync(rollout, cancellationToken);
    }

    /// <summary>Goes on with one that another instance is not working on.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> ContinueAsync(int seq, CancellationToken cancellationToken)
    {
        var claimed = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT seq FROM plan_grant_rollouts
                WHERE seq = {seq} AND NOT is_done{new SqlLiteral(db.Dialect.ForUpdateSkippingLocked)}
                """
            ),
            static row => row.GetInt32(0),
            cancellationToken
        );
        if (claimed.Count == 0)
            return false;
        var rollout = await db.PlanGrantRollouts.SingleAsync(row => row.Seq == seq, cancellationToken);
        await GoOnAsync(rollout, cancellationToken);
        return true;
    }

    /// <summary>Brings what these companies are given in line with their plans.</summary>
    public async Task ApplyAsync(IReadOnlyCollection<long> companySeqs, CancellationToken cancellationToken)
    {
        if (companySeqs.Count == 0)
            return;
        await new CompanyPlanWriter(db, now, benefits).LockCompaniesAsync(companySeqs, cancellationToken);
        await PlanCreditChanges.ApplyAsync(db, companySeqs, now, cancellationToken);
    }

    private async Task GoOnAsync(PlanGrantRolloutRow rollout, CancellationToken cancellationToken)
    {
        var companies = await NextAsync(rollout.PlanSeq, rollout.ReachedCompanySeq, cancellationToken);
        await ApplyAsync(companies, cancellationToken);
        rollout.IsDone = companies.Count < MaxCompanies;
        if (companies.Count > 0)
            rollout.ReachedCompanySeq = companies[^1];
        await db.SaveChangesAsync(cancellationToken);
    }

    // With those that the plan gave credits to: one that has left it meanwhile is looked at, too.
    private Task<List<long>> NextAsync(int planSeq, long reached, CancellationToken cancellationToken) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT company_seq FROM company_plans
                WHERE environment_seq = {db.EnvironmentSeq} AND plan_seq = {planSeq} AND company_seq > {reached}
                UNION
                SELECT company_seq FROM credit_renewals
                WHERE environment_seq = {db.EnvironmentSeq} AND plan_seq = {planSeq} AND company_seq > {reached}
                ORDER BY company_seq LIMIT {MaxCompanies}
                """
            ),
            static row => row.GetInt64(0),
            cancellationToken
        );
}
