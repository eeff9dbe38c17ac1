using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>
/// A plan as one environment sells it, sold it, or is about to: at most one draft and one published version. Only a
/// draft changes.
/// </summary>
internal sealed class PlanVersionRow : IEnvironmentScoped
{
    public const string IdPrefix = "plvr";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public int PlanSeq { get; init; }

    /// <summary>Counts the versions of the plan in this environment from 1.</summary>
    public long Version { get; init; }

    public PlanVersionStatus Status { get; set; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public PlanIcon Icon { get; set; }

    /// <summary>Grows with every change of the version and of what it gives; part of the plan's <c>ETag</c>.</summary>
    public long Revision { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanVersionRow>
    {
        public void Configure(EntityTypeBuilder<PlanVersionRow> builder)
        {
            builder.ToTable("plan_versions");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.PlanSeq,
                    row.Version,
                })
                .IsUnique();
            // The second draft, or published version, of two that are made at once is refused.
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.PlanSeq,
                    row.Status,
                })
                .IsUnique()
                .HasFilter($"status <> {(int)PlanVersionStatus.Archived}");
            builder.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanSeq).OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanVersionRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanVersionRow> PlanVersions => db.Set<PlanVersionRow>();
    }
}
