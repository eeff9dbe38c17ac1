using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>How far the last change of a plan that applies to the companies which have it has come.</summary>
internal sealed class PlanGrantRolloutRow : IEnvironmentScoped
{
    public int Seq { get; init; }

    public int EnvironmentSeq { get; init; }

    public int PlanSeq { get; init; }

    /// <summary>The last company that was dealt with.</summary>
    public long ReachedCompanySeq { get; set; }

    /// <summary>Whether it has reached all of them.</summary>
    public bool IsDone { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanGrantRolloutRow>
    {
        public void Configure(EntityTypeBuilder<PlanGrantRolloutRow> builder)
        {
            builder.ToTable("plan_grant_rollouts");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => new { row.EnvironmentSeq, row.PlanSeq }).IsUnique();
            builder.HasIndex(row => row.PlanSeq);
            builder.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanSeq).OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanGrantRolloutRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanGrantRolloutRow> PlanGrantRollouts => db.Set<PlanGrantRolloutRow>();
    }
}
