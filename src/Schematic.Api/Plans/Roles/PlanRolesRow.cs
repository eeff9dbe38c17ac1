using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Plans.Roles;

/// <summary>
/// Plans that companies of an environment get without anybody's doing. Source: domain-plans, rulings.
/// </summary>
internal sealed class PlanRolesRow : IEnvironmentScoped
{
    public int EnvironmentSeq { get; init; }

    /// <summary>Plan of new companies; null for none.</summary>
    public int? InitialPlanSeq { get; set; }

    /// <summary>Since when it is that: companies from before do not get it.</summary>
    public DateTimeOffset? InitialSince { get; set; }

    /// <summary>Plan of companies that have lost theirs; null for none.</summary>
    public int? FallbackPlanSeq { get; set; }

    /// <summary>Since when it is that: who lost a plan before does not get it.</summary>
    public DateTimeOffset? FallbackSince { get; set; }

    /// <summary>Plan of companies whose trial has ended unpaid; null for none. There are no trials yet.</summary>
    public int? TrialExpiryPlanSeq { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanRolesRow>
    {
        public void Configure(EntityTypeBuilder<PlanRolesRow> builder)
        {
            builder.ToTable("plan_roles");
            builder.HasKey(row => row.EnvironmentSeq);
            builder.Property(row => row.EnvironmentSeq).ValueGeneratedNever();
            builder
                .HasOne<EnvironmentRow>()
                .WithOne()
                .HasForeignKey<PlanRolesRow>(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<PlanRow>()
                .WithMany()
                .HasForeignKey(row => row.InitialPlanSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<PlanRow>()
                .WithMany()
                .HasForeignKey(row => row.FallbackPlanSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<PlanRow>()
                .WithMany()
                .HasForeignKey(row => row.TrialExpiryPlanSeq)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class PlanRolesRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanRolesRow> PlanRoles => db.Set<PlanRolesRow>();
    }
}
