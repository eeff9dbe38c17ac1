using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans.Migration;
using Schematic.Api.Plans.Roles;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>
/// Writes plans and their versions inside a transaction. Two writers of one plan wait for each other, so that each sees
/// what the other has written. Source: domain, plans; domain-plans, rulings.
/// </summary>
internal sealed class PlanWriter(SchematicDb db, DateTimeOffset now)
{
    /// <summary>The plan, which nobody else changes until the transaction ends.</summary>
    public async Task<PlanRow> LockAsync(string id, CancellationToken cancellationToken)
    {
        var found = await db.QueryAsync(
            new SqlText($"SELECT seq FROM plans WHERE id = {id}{new SqlLiteral(db.Dialect.ForUpdate)}"),
            static row => row.GetInt32(0),
            cancellationToken
        );
        return found is [var seq]
            ? await db.Plans.SingleAsync(row => row.Seq == seq, cancellationToken)
            : throw ApiProblem.NotFoundInAccount("plan", id);
    }

    /// <summary>The version and its plan, which is locked.</summary>
    public async Task<(PlanRow Plan, PlanVersionRow Version)> LockVersionAsync(
        string id,
        CancellationToken cancellationToken
    )
    {
        var plans = db.Plans;
        var planId =
            await db
                .PlanVersions.Where(row => row.Id == id)
                .Select(row => plans.First(plan => plan.Seq == row.PlanSeq).Id)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw ApiProblem.NotFound("plan version", id);
        var plan = await LockAsync(planId, cancellationToken);
        var version =
            await db.PlanVersions.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw ApiProblem.NotFound("plan version", id);
        return (plan, version);
    }

    /// <summary>A plan begins with a draft.</summary>
    public async Task<PlanRow> CreateAsync(CreatePlanRequestBody body, CancellationToken cancellationToken)
    {
        RequireName(body.Name);
        var plan = new PlanRow
        {
            Id = NewId.For(PlanRow.IdPrefix, now),
            Name = body.Name,
            Description = body.Description ?? "",
            Icon = body.Icon ?? PlanIcon.Blue,
            PlanType = body.PlanType,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(plan);
        await db.SaveChangesAsync(cancellationToken);
        await DraftAsync(plan, cancellationToken);
        return plan;
    }

    /// <summary>
    /// The plan's own name changes at once. Published versions keep theirs, and the draft carries the new one.
    /// </summary>
    /// <param name="plan">Locked.</param>
    public async Task UpdateAsync(PlanRow plan, UpdatePlanRequestBody body, CancellationToken cancellationToken)
    {
        RequireName(body.Name);
        plan.Name = body.Name;
        plan.Description = body.Description.Or(plan.Description) ?? "";
        plan.Icon = body.Icon ?? plan.Icon;
        // Writing what is there already is no change, and begins no draft.
        if (!db.ChangeTracker.HasChanges())
            return;
        plan.Revision++;
        plan.UpdatedAt = now;
        var draft = await DraftAsync(plan, cancellationToken);
        (draft.Name, draft.Description, draft.Icon) = (plan.Name, plan.Description, plan.Icon);
        Touch(draft);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// The draft of this environment. Where there is none, one is made that gives what the published version does.
    /// </summary>
    /// <param name="plan">Locked.</param>
    public async Task<PlanVersionRow> DraftAsync(PlanRow plan, CancellationToken cancellationToken)
    {
        var versions = await db
            .PlanVersions.Where(row => row.PlanSeq == plan.Seq)
            .OrderByDescending(row => row.Version)
            .ToListAsync(cancellationToken);
        if (versions.Find(static one => one.Status == PlanVersionStatus.Draft) is { } draft)
            return draft;
        draft = new PlanVersionRow
        {
            Id = NewId.For(PlanVersionRow.IdPrefix, now),
            EnvironmentSeq = db.EnvironmentSeq,
            PlanSeq = plan.Seq,
            Version = versions.Count == 0 ? 1 : versions[0].Version + 1,
            Status = PlanVersionStatus.Draft,
            Name = plan.Name,
            Description = plan.Description,
            Icon = plan.Icon,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        if (versions.Find(static one => one.Status == PlanVersionStatus.Published) is { } published)
            await CopyContentsAsync(published, draft, cancellationToken);
        return draft;
    }

    /// <summary>Notes that the version, or what it gives, has changed.</summary>
    public void Touch(PlanVersionRow version)
    {
        version.Revision++;
        version.UpdatedAt = now;
    }

    /// <summary>Companies that get the plan from now on get this version; those that have it stay on theirs.</summary>
    /// <param name="draft">Its plan is locked.</param>
    public async Task PublishAsync(PlanRow plan, PlanVersionRow draft, CancellationToken cancellationToken)
    {
        RequireDraft(plan, draft);
        var former = await db.PlanVersions.FirstOrDefaultAsync(
            row => row.PlanSeq == draft.PlanSeq && row.Status == PlanVersionStatus.Published,
            cancellationToken
        );
        if (former is not null)
        {
            former.Status = PlanVersionStatus.Archived;
            Touch(former);
            // First: never are two published, not even for the database.
            await db.SaveChangesAsync(cancellationToken);
        }

        draft.Status = PlanVersionStatus.Published;
        Touch(draft);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="plan">Locked.</param>
    /// <param name="promote">Whether the newest archived version takes the place of a published one.</param>
    public async Task DeleteVersionAsync(
        PlanRow plan,
        PlanVersionRow version,
        bool promote,
        CancellationToken cancellationToken
    )
    {
        var companies = await db.CompanyPlans.CountAsync(row => row.PlanVersionSeq == version.Seq, cancellationToken);
        if (companies > 0)
            throw ApiProblem.Conflict(
                $"{Companies(companies)} on version {version.Version} of \"{ApiProblem.Shorten(plan.Name)}\". "
                    + "Move them to another version first; nothing was deleted."
            );
        await RequireNoMigrationAsync(plan, version, cancellationToken);
        await PlanMigrations.ForgetCompaniesAsync(
            db,
            db.PlanVersions.Where(row => row.Seq == version.Seq),
            cancellationToken
        );
        db.Remove(version);
        await db.SaveChangesAsync(cancellationToken);
        if (!promote || version.Status != PlanVersionStatus.Published)
            return;
        var archived = await db
            .PlanVersions.Where(row => row.PlanSeq == plan.Seq && row.Status == PlanVersionStatus.Archived)
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        if (archived is null)
            return;
        archived.Status = PlanVersionStatus.Published;
        Touch(archived);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the plan's versions along, in every environment.</summary>
    /// <param name="plan">Locked.</param>
    public async Task DeleteAsync(PlanRow plan, CancellationToken cancellationToken)
    {
        var environments = db.Environments;
        var companies = await db
            .CompanyPlans.IgnoreQueryFilters()
            .CountAsync(
                row =>
                    row.PlanSeq == plan.Seq && environments.Any(environment => environment.Seq == row.EnvironmentSeq),
                cancellationToken
            );
        if (companies > 0)
            throw ApiProblem.Conflict(
                $"{Companies(companies)} on \"{ApiProblem.Shorten(plan.Name)}\", counting every environment. "
                    + "Give them another plan first; nothing was deleted."
            );
        var isRole = await db
            .PlanRoles.IgnoreQueryFilters()
            .AnyAsync(
                row =>
                    row.InitialPlanSeq == plan.Seq
                    || row.FallbackPlanSeq == plan.Seq
                    || row.TrialExpiryPlanSeq == plan.Seq,
                cancellationToken
            );
        if (isRole)
            throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(plan.Name)}\" is the initial, fallback or trial-expiry plan of an environment. "
                    + "Give that role to another plan first; nothing was deleted."
            );
        await PlanMigrations.ForgetCompaniesAsync(
            db,
            db.PlanVersions.IgnoreQueryFilters().Where(row => row.PlanSeq == plan.Seq),
            cancellationToken
        );
        db.Remove(plan);
        await db.SaveChangesAsync(cancellationToken);
    }

    // Whoever has been moved already was counted; the others are about to come.
    private async Task RequireNoMigrationAsync(
        PlanRow plan,
        PlanVersionRow version,
        CancellationToken cancellationToken
    )
    {
        if (await PlanMigrations.UnderWay(db).AnyAsync(row => row.PlanVersionSeq == version.Seq, cancellationToken))
            throw ApiProblem.Conflict(
                $"Companies are being moved to version {version.Version} of \"{ApiProblem.Shorten(plan.Name)}\". "
                    + "Wait until they have been; nothing was deleted."
            );
    }

    private async Task CopyContentsAsync(PlanVersionRow from, PlanVersionRow to, CancellationToken cancellationToken)
    {
        var entitlements = await db
            .PlanEntitlements.AsNoTracking()
            .Where(row => row.PlanVersionSeq == from.Seq)
            .OrderBy(row => row.Seq)
            .ToListAsync(cancellationToken);
        foreach (var entitlement in entitlements)
            db.Add(entitlement.CopyTo(to, now));
        var grants = await db
            .PlanCreditGrants.AsNoTracking()
            .Where(row => row.PlanVersionSeq == from.Seq)
            .OrderBy(row => row.Seq)
            .ToListAsync(cancellationToken);
        foreach (var grant in grants)
            db.Add(grant.CopyTo(to, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void RequireDraft(PlanRow plan, PlanVersionRow version)
    {
        if (version.Status != PlanVersionStatus.Draft)
            throw ApiProblem.Conflict(
                $"Version {version.Version} of \"{ApiProblem.Shorten(plan.Name)}\" is no draft, and there is "
                    + "nothing to publish. Change the plan, which begins a draft, and publish that."
            );
    }

    private static void RequireName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw ApiProblem.BadRequest("name is empty. Give the plan a name.", "name");
    }

    private static string Companies(int count) => count == 1 ? "1 company is" : $"{count:N0} companies are";
}
