using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Changes;

/// <summary>
/// One change of the plans of a company, never changed afterwards. It outlives the company, the plans and the key that
/// made it, so it refers to none of them.
/// </summary>
internal sealed class PlanChangeRow : IEnvironmentScoped
{
    public const string IdPrefix = "plch";

    public long Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public required string CompanyId { get; init; }

    public PlanChangeAction Action { get; init; }

    public PlanChangeBasePlanAction? BasePlanAction { get; init; }

    /// <summary>True if only the version of a plan or add-on changed.</summary>
    public bool IsVersionUpgrade { get; init; }

    /// <summary>The <see cref="PlanSnapshotRow"/> of the plan after the change; null if the company has none.</summary>
    public int? BasePlanSnapshotSeq { get; init; }

    /// <summary>The same before the change; null if the company had no plan.</summary>
    public int? PreviousBasePlanSnapshotSeq { get; init; }

    /// <summary>Snapshots of the add-ons that came, as a JSON array of their seqs.</summary>
    public required string AddOnsAdded { get; init; }

    /// <summary>Snapshots of the add-ons that went, as a JSON array of their seqs.</summary>
    public required string AddOnsRemoved { get; init; }

    public ActorType ActorType { get; init; }

    /// <summary>Id of the API key or member; null if the server acted by itself.</summary>
    public string? ActorId { get; init; }

    /// <summary>Name of the API key or member at that time.</summary>
    public string? ActorName { get; init; }

    /// <summary>Null if no request made the change.</summary>
    public string? RequestId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanChangeRow>
    {
        public void Configure(EntityTypeBuilder<PlanChangeRow> builder)
        {
            builder.ToTable("plan_changes");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.CompanyId,
                row.Seq,
            });
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
            // Among a hundred thousand companies that were migrated, the few changes that people made are found.
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.Action,
                row.Seq,
            });
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.BasePlanAction,
                    row.Seq,
                })
                .HasFilter("base_plan_action IS NOT NULL");
            // Counts the companies of plans back in time, which migrations do not change.
            builder.HasIndex(row => new { row.EnvironmentSeq, row.CreatedAt }).HasFilter("NOT is_version_upgrade");
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanChangeRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanChangeRow> PlanChanges => db.Set<PlanChangeRow>();
    }
}
