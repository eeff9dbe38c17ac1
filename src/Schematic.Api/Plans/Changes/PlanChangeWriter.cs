using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Plans.Changes;

/// <summary>Records changes of companies' plans in the transaction that makes them.</summary>
internal sealed class PlanChangeWriter(SchematicDb db, DateTimeOffset now)
{
    private const string NoPlans = "[]";

    private static readonly string[] Columns =
    [
        "id",
        "environment_seq",
        "company_seq",
        "company_id",
        "action",
        "base_plan_action",
        "is_version_upgrade",
        "base_plan_snapshot_seq",
        "previous_base_plan_snapshot_seq",
        "add_ons_added",
        "add_ons_removed",
        "actor_type",
        "actor_id",
        "actor_name",
        "request_id",
        "created_at",
    ];

    /// <summary>Records them all, in a number of statements that does not depend on how many they are.</summary>
    public async Task AddAsync(
        IReadOnlyCollection<CompanyPlanChange> changes,
        PlanChangeCause cause,
        CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
            return;
        var snapshots = await SnapshotsAsync(
            [.. changes.SelectMany(static change => change.VersionSeqs).Distinct()],
            cancellationToken
        );
        var rows = new SqlRows(Columns).WithType<int>(
            "base_plan_action",
            "base_plan_snapshot_seq",
            "previous_base_plan_snapshot_seq"
        );
        foreach (var change in changes)
            Add(rows, change, cause, snapshots);
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("plan_changes"), rows))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    private void Add(
        SqlRows rows,
        CompanyPlanChange change,
        PlanChangeCause cause,
        IReadOnlyDictionary<int, int> snapshots
    ) =>
        rows.Add(
            NewId.For(PlanChangeRow.IdPrefix, now),
            db.EnvironmentSeq,
            change.CompanySeq,
            change.CompanyId,
            (int)cause.Action,
            (int?)change.BasePlanAction,
            change.IsVersionUpgrade,
            change.BaseVersionSeq is { } version ? snapshots[version] : null,
            change.PreviousBaseVersionSeq is { } previous ? snapshots[previous] : null,
            ToJson(change.AddOnsAdded, snapshots),
            ToJson(change.AddOnsRemoved, snapshots),
            (int)cause.Actor.Type,
            cause.Actor.Id,
            cause.Actor.Name,
            cause.Actor.RequestId,
            now
        );

    private static string ToJson(IReadOnlyList<int> versions, IReadOnlyDictionary<int, int> snapshots) =>
        versions.Count == 0 ? NoPlans : JsonSerializer.Serialize(versions.Select(version => snapshots[version]));

    /// <summary>Seqs of the snapshots of versions as they are now, by the seqs of the versions.</summary>
    private async Task<IReadOnlyDictionary<int, int>> SnapshotsAsync(
        IReadOnlyList<int> versionSeqs,
        CancellationToken cancellationToken
    )
    {
        var versions = await (
            from version in db.PlanVersions.AsNoTracking()
            join plan in db.Plans.AsNoTracking() on version.PlanSeq equals plan.Seq
            where EF.Parameter(versionSeqs).Contains(version.Seq)
            select new { version, plan }
        ).ToListAsync(cancellationToken);
        var known = await KnownAsync([.. versions.Select(static one => one.version.Id)], cancellationToken);
        var missing = versions.Where(one => !known.ContainsKey((one.version.Id, one.plan.Revision))).ToList();
        if (missing.Count > 0)
        {
            await InsertAsync(missing.ConvertAll(static one => (one.plan, one.version)), cancellationToken);
            known = await KnownAsync([.. versions.Select(static one => one.version.Id)], cancellationToken);
        }

        return versions.ToDictionary(static one => one.version.Seq, one => known[(one.version.Id, one.plan.Revision)]);
    }

    private async Task<Dictionary<(string VersionId, long Revision), int>> KnownAsync(
        IReadOnlyList<string> versionIds,
        CancellationToken cancellationToken
    ) =>
        await db
            .PlanSnapshots.Where(row => EF.Parameter(versionIds).Contains(row.PlanVersionId))
            .Select(static row => new
            {
                row.PlanVersionId,
                row.PlanRevision,
                row.Seq,
            })
            .ToDictionaryAsync(
                static row => (row.PlanVersionId, row.PlanRevision),
                static row => row.Seq,
                cancellationToken
            );

    private async Task InsertAsync(
        IReadOnlyList<(PlanRow Plan, PlanVersionRow Version)> seen,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows(
            "environment_seq",
            "plan_version_id",
            "plan_revision",
            "plan_id",
            "name",
            "description",
            "icon",
            "version",
            "version_name"
        );
        foreach (var (plan, version) in seen)
            rows.Add(
                db.EnvironmentSeq,
                version.Id,
                plan.Revision,
                plan.Id,
                plan.Name,
                plan.Description,
                (int)plan.Icon,
                version.Version,
                version.Name
            );
        // Another transaction may be storing the same state; then its row serves both.
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("plan_snapshots"), rows, "ON CONFLICT DO NOTHING"))
            await db.ExecuteAsync(statement, cancellationToken);
    }
}
