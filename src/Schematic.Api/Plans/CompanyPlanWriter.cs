using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>
/// The only way in which the plans of companies change: it records every change and tells checks of it. Any number of
/// companies take the same few statements.
/// <para>
/// Locks come in one order, plans before companies and each by seq, so that writers wait for each other instead of
/// locking each other out: first <see cref="LockPlansAsync"/>, then <see cref="LockCompaniesAsync"/>, then the change.
/// Publishing locks the plan, too: whoever assigns it meanwhile gets the version that is published afterwards.
/// </para>
/// </summary>
internal sealed class CompanyPlanWriter(SchematicDb db, DateTimeOffset now, IPlanBenefits benefits)
{
    private readonly Dictionary<int, PlanRow> _plans = [];
    private readonly Dictionary<long, HeldPlans> _companies = [];

    /// <summary>
    /// The plans among <paramref name="ids"/>, by id. Until the transaction ends none of them is deleted, and no
    /// version of them published.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, PlanRow>> LockPlansAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return new Dictionary<string, PlanRow>();
        await db.ExecuteAsync(
            new SqlText(
                $"""
                SELECT seq FROM plans WHERE id {db.Dialect.Among(SqlArray.Of(ids))}
                ORDER BY seq{new SqlLiteral(db.Dialect.ForShare)}
                """
            ),
            cancellationToken
        );
        var plans = await db
            .Plans.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(static row => row.Id, cancellationToken);
        foreach (var plan in plans.Values)
            _plans[plan.Seq] = plan;
        return plans;
    }

    /// <summary>
    /// Plans of companies, which nobody else changes until the transaction ends; unknown companies are missing.
    /// </summary>
    public async Task<IReadOnlyDictionary<long, HeldPlans>> LockCompaniesAsync(
        IReadOnlyCollection<long> seqs,
        CancellationToken cancellationToken
    )
    {
        var found = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT seq, id FROM entities
                WHERE environment_seq + 0 = {db.EnvironmentSeq} AND entity_type = {EntityType.Company}
                    AND seq {db.Dialect.Among(SqlArray.Of(seqs))}
                ORDER BY seq{new SqlLiteral(db.Dialect.ForUpdate)}
                """
            ),
            static row => (Seq: row.GetInt64(0), Id: row.GetString(1)),
            cancellationToken
        );
        var plans = (
            await db
                .CompanyPlans.AsNoTracking()
                .Where(row => EF.Parameter(seqs).Contains(row.CompanySeq))
                .OrderBy(static row => row.PlanSeq)
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => row.CompanySeq);
        foreach (var (seq, id) in found)
            _companies[seq] = new HeldPlans(seq, id, [.. plans[seq]]);
        return _companies;
    }

    /// <summary>
    /// Gives each company exactly the plans that are wanted for it. What it has stays on its version; anything else
    /// comes in the published one. A company that has all of it already is left alone.
    /// </summary>
    /// <param name="wanted">Companies that are locked, and plans that are locked or stay.</param>
    /// <exception cref="ApiException">409 if a plan has no published version.</exception>
    public async Task SetAsync(
        IReadOnlyList<WantedPlans> wanted,
        PlanChangeCause cause,
        CancellationToken cancellationToken
    )
    {
        var assignable = await AssignableAsync(
            [.. wanted.SelectMany(one => one.PlanSeqs.Where(seq => !_companies[one.CompanySeq].Has(seq))).Distinct()],
            cancellationToken
        );
        var differences = wanted
            .Select(one => PlanDifference.Between(_companies[one.CompanySeq], one, assignable))
            .Where(static one => !one.IsNone)
            .ToList();
        await DeleteAsync(differences, cancellationToken);
        await InsertAsync(differences, cancellationToken);
        await RecordAsync(differences.ConvertAll(static one => one.ToChange()), cause, cancellationToken);
        if (differences.Count > 0)
            await benefits.FollowAsync(
                db,
                differences.ConvertAll(static one => one.Held.CompanySeq),
                [.. differences.SelectMany(static one => one.PlanSeqs).Distinct()],
                now,
                cancellationToken
            );
    }

    /// <summary>
    /// Moves those of the locked companies that are on one of the versions to another version of the same plan.
    /// </summary>
    /// <param name="from">Seqs of the versions to move from.</param>
    /// <returns>Seqs of the companies that were moved.</returns>
    public async Task<IReadOnlyList<long>> MoveAsync(
        PlanVersionRow target,
        IReadOnlyCollection<int> from,
        PlanChangeCause cause,
        CancellationToken cancellationToken
    )
    {
        var moves = _companies
            .Values.Select(held => (Held: held, Row: held.OfPlan(target.PlanSeq)))
            .Where(one => one.Row is { } row && row.PlanVersionSeq != target.Seq && from.Contains(row.PlanVersionSeq))
            .ToList();
        var seqs = moves.ConvertAll(static one => one.Held.CompanySeq);
        if (seqs.Count == 0)
            return seqs;
        await db.ExecuteAsync(
            new SqlText(
                $"""
                UPDATE company_plans SET plan_version_seq = {target.Seq}
                WHERE plan_seq = {target.PlanSeq} AND company_seq {db.Dialect.Among(SqlArray.Of(seqs))}
                """
            ),
            cancellationToken
        );
        await RecordAsync(moves.ConvertAll(one => one.Held.ToMove(one.Row!, target.Seq)), cause, cancellationToken);
        await benefits.FollowAsync(db, seqs, [target.PlanSeq], now, cancellationToken);
        return seqs;
    }

    private async Task<IReadOnlyDictionary<int, AssignablePlan>> AssignableAsync(
        IReadOnlyList<int> planSeqs,
        CancellationToken cancellationToken
    )
    {
        if (planSeqs.Count == 0)
            return new Dictionary<int, AssignablePlan>();
        // A version read before the plan was locked may not be the published one any more.
        if (planSeqs.Any(seq => !_plans.ContainsKey(seq)))
            throw new InvalidOperationException("A plan is assigned that was not locked.");
        var published = await db
            .PlanVersions.Where(row =>
                EF.Parameter(planSeqs).Contains(row.PlanSeq) && row.Status == PlanVersionStatus.Published
            )
            .ToDictionaryAsync(static row => row.PlanSeq, static row => row.Seq, cancellationToken);
        return planSeqs.ToDictionary(
            static seq => seq,
            seq =>
                published.TryGetValue(seq, out var version)
                    ? new AssignablePlan(_plans[seq], version)
                    : throw ApiProblem.Conflict(
                        $"\"{ApiProblem.Shorten(_plans[seq].Name)}\" has no published version in this environment, so "
                            + "no company can get it. Publish its draft first; nothing was changed."
                    )
        );
    }

    private async Task DeleteAsync(IEnumerable<PlanDifference> differences, CancellationToken cancellationToken)
    {
        var rows = new SqlRows("company_seq", "plan_seq");
        foreach (var row in differences.SelectMany(static one => one.Removed))
            rows.Add(row.CompanySeq, row.PlanSeq);
        foreach (var statement in db.Dialect.Delete(new SqlLiteral("company_plans"), rows))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    private async Task InsertAsync(IEnumerable<PlanDifference> differences, CancellationToken cancellationToken)
    {
        var rows = new SqlRows(
            "company_seq",
            "plan_seq",
            "environment_seq",
            "plan_version_seq",
            "plan_type",
            "source",
            "added_at"
        );
        foreach (var (held, added) in differences.SelectMany(static one => one.Added.Select(plan => (one.Held, plan))))
            rows.Add(
                held.CompanySeq,
                added.Plan.Seq,
                db.EnvironmentSeq,
                added.VersionSeq,
                (int)added.Plan.PlanType,
                (int)added.Source,
                now
            );
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("company_plans"), rows))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    private async Task RecordAsync(
        IReadOnlyCollection<CompanyPlanChange> changes,
        PlanChangeCause cause,
        CancellationToken cancellationToken
    )
    {
        await new PlanChangeWriter(db, now).AddAsync(changes, cause, cancellationToken);
        foreach (var change in changes)
            db.Changes.Add(ChangeKind.Entity, change.CompanySeq, db.EnvironmentSeq);
    }
}
