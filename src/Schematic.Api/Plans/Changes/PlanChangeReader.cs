using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.Plans.Changes;

/// <summary>Reads what changes name: five statements, however many changes.</summary>
internal static class PlanChangeReader
{
    /// <param name="page">Ordered and cut.</param>
    public static async Task<IReadOnlyList<PlanChangeDetail>> DetailsAsync(
        SchematicDb db,
        IQueryable<PlanChangeRow> page,
        CancellationToken cancellationToken
    )
    {
        var rows = await page.AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return [];
        var snapshots = await SnapshotsAsync(db, rows, cancellationToken);
        var companies = await EntityReader.RowsAsync(
            db,
            [.. rows.Select(static row => row.CompanyId).Distinct()],
            cancellationToken
        );
        var keys = await KeysAsync(db, rows, cancellationToken);
        return
        [
            .. rows.Select(row => new PlanChangeDetail
            {
                Row = row,
                BasePlan = row.BasePlanSnapshotSeq is { } seq ? snapshots[seq] : null,
                PreviousBasePlan = row.PreviousBasePlanSnapshotSeq is { } previous ? snapshots[previous] : null,
                AddOnsAdded = [.. SeqsOf(row.AddOnsAdded).Select(one => snapshots[one])],
                AddOnsRemoved = [.. SeqsOf(row.AddOnsRemoved).Select(one => snapshots[one])],
                Company = companies.GetValueOrDefault(row.CompanyId),
                Key = row.ActorType == ActorType.ApiKey ? keys.GetValueOrDefault(row.ActorId!) : null,
            }),
        ];
    }

    private static async Task<Dictionary<int, PlanSnapshot>> SnapshotsAsync(
        SchematicDb db,
        List<PlanChangeRow> rows,
        CancellationToken cancellationToken
    )
    {
        var seqs = rows.SelectMany(static row =>
                new[] { row.BasePlanSnapshotSeq, row.PreviousBasePlanSnapshotSeq }
                    .OfType<int>()
                    .Concat(SeqsOf(row.AddOnsAdded))
                    .Concat(SeqsOf(row.AddOnsRemoved))
            )
            .Distinct()
            .ToList();
        var snapshots = await db
            .PlanSnapshots.AsNoTracking()
            .Where(row => EF.Parameter(seqs).Contains(row.Seq))
            .ToListAsync(cancellationToken);
        var planIds = snapshots.Select(static one => one.PlanId).Distinct().ToList();
        var existing = await db
            .Plans.Where(row => EF.Parameter(planIds).Contains(row.Id))
            .Select(static row => row.Id)
            .ToHashSetAsync(cancellationToken);
        return snapshots.ToDictionary(
            static one => one.Seq,
            one => new PlanSnapshot(one, !existing.Contains(one.PlanId))
        );
    }

    private static async Task<Dictionary<string, ActorKey>> KeysAsync(
        SchematicDb db,
        List<PlanChangeRow> rows,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.Where(static row => row.ActorType == ActorType.ApiKey)
            .Select(static row => row.ActorId!)
            .Distinct()
            .ToList();
        if (ids.Count == 0)
            return [];
        return await (
            from key in db.ApiKeys.AsNoTracking()
            join environment in db.Environments on key.EnvironmentSeq equals environment.Seq into environments
            from environment in environments.DefaultIfEmpty()
            where EF.Parameter(ids).Contains(key.Id)
            select new { key, environment }
        ).ToDictionaryAsync(
            static row => row.key.Id,
            static row => new ActorKey(row.key, row.environment),
            cancellationToken
        );
    }

    private static IReadOnlyList<int> SeqsOf(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize<IReadOnlyList<int>>(json)!;
}
