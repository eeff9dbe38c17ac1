using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Plans;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>
/// The versions of a plan that a change of its credits is made to: the draft, or the published version and the draft
/// beside it where the change is to apply to the companies that have the plan.
/// </summary>
internal sealed class PlanGrantVersions(SchematicDb db, DateTimeOffset now, IPlanBenefits benefits)
{
    private readonly PlanWriter _writer = new(db, now);
    private PlanRow? _plan;
    private List<PlanVersionRow> _versions = [];

    /// <summary>The plan of a new grant, which nobody else changes until the transaction ends.</summary>
    public async Task<PlanRow> LockPlanAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await _writer.LockAsync(id, cancellationToken);
        }
        catch (ApiException refusal)
        {
            throw refusal.About("plan_id");
        }
    }

    /// <summary>Takes the versions for a new grant.</summary>
    /// <param name="plan">Locked.</param>
    /// <param name="versionId">The version that the request names; null names none.</param>
    public async Task TakeAsync(
        PlanRow plan,
        string? versionId,
        bool appliesToExisting,
        CancellationToken cancellationToken
    )
    {
        var named = versionId is null
            ? null
            : await db.PlanVersions.FirstOrDefaultAsync(
                row => row.Id == versionId && row.PlanSeq == plan.Seq,
                cancellationToken
            ) ?? throw ApiProblem.NotFound("plan version", versionId).About("plan_version_id");
        await TakeAsync(plan, named, appliesToExisting, cancellationToken);
    }

    /// <summary>Takes the versions for a change of a grant, and what it is in each.</summary>
    public async Task<(PlanGrantDetail Found, IReadOnlyList<PlanCreditGrantRow> Rows)> TakeAsync(
        string id,
        bool appliesToExisting,
        CancellationToken cancellationToken
    )
    {
        var before = await FindAsync(id, cancellationToken);
        var plan = await _writer.LockAsync(before.Plan.Id, cancellationToken);
        // Once more: the version may have been published meanwhile.
        var found = await FindAsync(id, cancellationToken);
        await TakeAsync(plan, found.Version, appliesToExisting, cancellationToken);
        var seqs = _versions.Select(static version => version.Seq).ToList();
        var rows = await db
            .PlanCreditGrants.Where(row =>
                row.LineageId == found.Row.LineageId && EF.Parameter(seqs).Contains(row.PlanVersionSeq)
            )
            .ToListAsync(cancellationToken);
        return rows.Count == 0
            ? throw ApiProblem.Conflict(
                $"The draft of \"{ApiProblem.Shorten(plan.Name)}\" no longer includes these credits of "
                    + $"\"{ApiProblem.Shorten(found.Credit.Name)}\". Add them to the draft instead."
            )
            : (found, [.. rows.OrderBy(row => seqs.IndexOf(row.PlanVersionSeq))]);
    }

    /// <summary>Adds a grant to every version; the answer is about the first.</summary>
    public PlanCreditGrantRow Add(CreditTypeRow credit, PlanCreditGrantTerms terms)
    {
        var id = NewId.For(PlanCreditGrantRow.IdPrefix, now);
        var first = new PlanCreditGrantRow
        {
            Id = id,
            EnvironmentSeq = db.EnvironmentSeq,
            PlanSeq = _versions[0].PlanSeq,
            PlanVersionSeq = _versions[0].Seq,
            CreditTypeSeq = credit.Seq,
            LineageId = id,
            CreatedAt = now,
        };
        first.Write(terms, now);
        db.Add(first);
        foreach (var version in _versions.Skip(1))
            db.Add(first.CopyTo(version, now));
        return first;
    }

    public void Write(IReadOnlyList<PlanCreditGrantRow> rows, PlanCreditGrantTerms terms)
    {
        foreach (var row in rows)
            row.Write(terms, now);
    }

    /// <summary>Stores the changes, and gives companies what a published version includes now.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var version in _versions)
            _writer.Touch(version);
        await db.SaveChangesAsync(cancellationToken);
        if (!_versions.Exists(static version => version.Status == PlanVersionStatus.Published))
            return;
        db.Changes.Add(ChangeKind.Catalog, _plan!.Seq, db.EnvironmentSeq);
        await new PlanGrantRollout(db, now, benefits).StartAsync(_plan.Seq, cancellationToken);
    }

    // Without a version, the plan is meant as it is sold.
    private async Task TakeAsync(
        PlanRow plan,
        PlanVersionRow? named,
        bool appliesToExisting,
        CancellationToken cancellationToken
    )
    {
        _plan = plan;
        if (named?.Status == PlanVersionStatus.Archived)
            throw ApiProblem.Conflict(
                $"Version {named.Version} of \"{ApiProblem.Shorten(named.Name)}\" is archived, and stays as "
                    + "it was. Change the plan's draft."
            );
        var open = await db
            .PlanVersions.Where(row => row.PlanSeq == plan.Seq && row.Status != PlanVersionStatus.Archived)
            .OrderBy(static row => row.Version)
            .ToListAsync(cancellationToken);
        _versions =
            appliesToExisting
            && named?.Status != PlanVersionStatus.Draft
            && open.Exists(static row => row.Status == PlanVersionStatus.Published)
                ? open
                : [await _writer.DraftAsync(plan, cancellationToken)];
    }

    private async Task<PlanGrantDetail> FindAsync(string id, CancellationToken cancellationToken) =>
        await PlanGrantReader
            .Details(db, db.PlanCreditGrants.Where(row => row.Id == id))
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw ApiProblem.NotFound("plan credit grant", id);
}
