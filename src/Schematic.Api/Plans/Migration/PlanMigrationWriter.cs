using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Starts migrations inside a transaction that has locked their plan.</summary>
internal sealed class PlanMigrationWriter(SchematicDb db, DateTimeOffset now, IPlanBenefits benefits)
{
    /// <summary>
    /// Stores the migration with its companies. One of few companies is carried out at once, so that checks follow with
    /// the answer; any other is left to <see cref="PlanMigrationWorker"/>.
    /// </summary>
    /// <exception cref="ApiException">
    /// 409 if companies are being moved to the version already, or would be moved and must not.
    /// </exception>
    public async Task<PlanMigrationRow> StartAsync(
        PlanMigrationOrder order,
        PlanChangeActor actor,
        CancellationToken cancellationToken
    )
    {
        await RequireNoneUnderWayAsync(order, cancellationToken);
        var from = order.From ?? await OccupiedAsync(order, cancellationToken);
        var row = Row(order, from, actor);
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        await new PlanMigrationCompanies(db, row, [.. from.Select(static version => version.Seq)]).ListAsync(
            order,
            cancellationToken
        );
        var moving = row.TotalCompanies - row.SkippedCompanies;
        if (order.MustMoveNone && moving > 0)
            throw ApiProblem.Conflict(
                $"{moving:N0} companies would move to the new version, and require_no_migration is set. "
                    + "Choose the strategy leave, or leave it out; nothing was changed.",
                "require_no_migration"
            );
        if (moving <= PlanMigrationBatch.MaxCompanies)
            await new PlanMigrationBatch(db, now, benefits).RunAsync(
                row,
                PlanMigrationBatch.MaxCompanies,
                cancellationToken
            );
        PlanMigrations.TellChecks(db, row);
        return row;
    }

    private PlanMigrationRow Row(PlanMigrationOrder order, IReadOnlyList<PlanVersionRow> from, PlanChangeActor actor) =>
        new()
        {
            Id = NewId.For(PlanMigrationRow.IdPrefix, now),
            EnvironmentSeq = db.EnvironmentSeq,
            PlanSeq = order.Plan.Seq,
            PlanVersionSeq = order.Target.Seq,
            PlanVersionIdsFrom = JsonSerializer.Serialize(from.Select(static version => version.Id)),
            Strategy = order.Strategy,
            IsOfAll = order is { Companies: null, Strategy: PlanVersionMigrationStrategy.Immediate },
            ProrationBehavior = order.ProrationBehavior,
            Status = PlanVersionMigrationStatus.Pending,
            ActorType = actor.Type,
            ActorId = actor.Id,
            ActorName = actor.Name,
            RequestId = actor.RequestId,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <summary>The same versions are not moved to twice at once: it would only be reported twice.</summary>
    private async Task RequireNoneUnderWayAsync(PlanMigrationOrder order, CancellationToken cancellationToken)
    {
        var running = await PlanMigrations
            .UnderWay(db)
            .Where(row => row.PlanVersionSeq == order.Target.Seq)
            .Select(static row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (running is not null)
            throw ApiProblem.Conflict(
                $"Companies are being moved to version {order.Target.Version} of "
                    + $"\"{ApiProblem.Shorten(order.Plan.Name)}\" already: see migration {running}. "
                    + "Wait until it has ended; nothing was changed."
            );
    }

    // Companies that another migration has still to move will be on its version.
    private async Task<IReadOnlyList<PlanVersionRow>> OccupiedAsync(
        PlanMigrationOrder order,
        CancellationToken cancellationToken
    )
    {
        var (companies, running) = (db.CompanyPlans, PlanMigrations.UnderWay(db));
        return await db
            .PlanVersions.AsNoTracking()
            .Where(row =>
                row.PlanSeq == order.Plan.Seq
                && row.Seq != order.Target.Seq
                && (
                    companies.Any(one => one.PlanVersionSeq == row.Seq)
                    || running.Any(one => one.PlanVersionSeq == row.Seq)
                )
            )
            .OrderBy(static row => row.Version)
            .ToListAsync(cancellationToken);
    }
}
