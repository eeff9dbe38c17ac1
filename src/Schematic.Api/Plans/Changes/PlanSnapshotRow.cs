using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Changes;

/// <summary>
/// A version of a plan as it was when a change named it; kept when the plan is renamed or deleted. One row serves all
/// changes that saw the same state, so that moving a hundred thousand companies does not store a name as often.
/// </summary>
internal sealed class PlanSnapshotRow : IEnvironmentScoped
{
    public int Seq { get; init; }

    public int EnvironmentSeq { get; init; }

    public required string PlanVersionId { get; init; }

    /// <summary>The <see cref="PlanRow.Revision"/> that was seen: it grows when the plan is renamed.</summary>
    public long PlanRevision { get; init; }

    public required string PlanId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public PlanIcon Icon { get; init; }

    /// <summary>Number of the version within the plan.</summary>
    public long Version { get; init; }

    /// <summary>Name of the plan in this version.</summary>
    public required string VersionName { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanSnapshotRow>
    {
        public void Configure(EntityTypeBuilder<PlanSnapshotRow> builder)
        {
            builder.ToTable("plan_snapshots");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => new { row.PlanVersionId, row.PlanRevision }).IsUnique();
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.EnvironmentSeq);
        }
    }
}

internal static class PlanSnapshotRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanSnapshotRow> PlanSnapshots => db.Set<PlanSnapshotRow>();
    }
}
