using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>
/// A move of companies to a version of their plan. Its companies are <see cref="PlanMigrationCompanyRow"/>; how many of
/// them are dealt with is counted here, in the transactions that deal with them.
/// </summary>
internal sealed class PlanMigrationRow : IEnvironmentScoped
{
    public const string IdPrefix = "plmg";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public int PlanSeq { get; init; }

    /// <summary>The version to move to.</summary>
    public int PlanVersionSeq { get; init; }

    /// <summary>Ids of the versions to move from, as a JSON array; they may have been deleted since.</summary>
    public required string PlanVersionIdsFrom { get; init; }

    public PlanVersionMigrationStrategy Strategy { get; init; }

    /// <summary>
    /// True if every company on the versions moves, but for those that were left out: then checks take them for moved
    /// from the start.
    /// </summary>
    public bool IsOfAll { get; init; }

    public MigrationProrationBehavior? ProrationBehavior { get; init; }

    public PlanVersionMigrationStatus Status { get; set; }

    public string? Error { get; set; }

    public long TotalCompanies { get; set; }

    public long CompletedCompanies { get; set; }

    public long FailedCompanies { get; set; }

    public long SkippedCompanies { get; set; }

    /// <summary>All companies up to this seq are dealt with.</summary>
    public long ReachedCompanySeq { get; set; }

    /// <summary>Kind of the caller that started the migration, and that its changes are recorded for.</summary>
    public ActorType ActorType { get; init; }

    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    public string? RequestId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public bool HasEnded => Status is PlanVersionMigrationStatus.Completed or PlanVersionMigrationStatus.Failed;

    public PlanChangeCause Cause =>
        new(PlanChangeAction.PlanVersionMigration, new PlanChangeActor(ActorType, ActorId, ActorName, RequestId));

    public sealed class Configuration : IEntityTypeConfiguration<PlanMigrationRow>
    {
        public void Configure(EntityTypeBuilder<PlanMigrationRow> builder)
        {
            builder.ToTable("plan_migrations");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.PlanSeq,
                row.Seq,
            });
            builder
                .HasIndex(row => row.Seq)
                .HasFilter(
                    $"status IN ({(int)PlanVersionMigrationStatus.InProgress}, "
                        + $"{(int)PlanVersionMigrationStatus.Pending})"
                );
            builder
                .HasOne<PlanVersionRow>()
                .WithMany()
                .HasForeignKey(row => row.PlanVersionSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanMigrationRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanMigrationRow> PlanMigrations => db.Set<PlanMigrationRow>();
    }
}
