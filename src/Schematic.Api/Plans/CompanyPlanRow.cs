using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>
/// The version of a plan or add-on that a company is on: one plan at most, and any number of add-ons.
/// </summary>
internal sealed class CompanyPlanRow : IEnvironmentScoped
{
    public long CompanySeq { get; init; }

    public int PlanSeq { get; init; }

    public int EnvironmentSeq { get; init; }

    public int PlanVersionSeq { get; set; }

    /// <summary>That of the plan: it tells the one plan from the add-ons.</summary>
    public PlanType PlanType { get; init; }

    public CompanyPlanSource Source { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<CompanyPlanRow>
    {
        public void Configure(EntityTypeBuilder<CompanyPlanRow> builder)
        {
            builder.ToTable("company_plans");
            builder.HasKey(row => new { row.CompanySeq, row.PlanSeq });
            builder.HasIndex(row => row.CompanySeq).IsUnique().HasFilter($"plan_type = {(int)PlanType.Plan}");
            // Lists the companies on a version, newest first.
            builder.HasIndex(row => new { row.PlanVersionSeq, row.CompanySeq });
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.PlanSeq,
                row.CompanySeq,
            });
            builder
                .HasOne<EntityRow>()
                .WithMany()
                .HasForeignKey(row => row.CompanySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanSeq).OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<PlanVersionRow>()
                .WithMany()
                .HasForeignKey(row => row.PlanVersionSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CompanyPlanRows
{
    extension(SchematicDb db)
    {
        public DbSet<CompanyPlanRow> CompanyPlans => db.Set<CompanyPlanRow>();
    }
}
