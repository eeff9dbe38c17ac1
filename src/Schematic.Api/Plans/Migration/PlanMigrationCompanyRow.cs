using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>A company that a migration is about, and what has become of it.</summary>
internal sealed class PlanMigrationCompanyRow : IEnvironmentScoped
{
    public int MigrationSeq { get; init; }

    public long CompanySeq { get; init; }

    public int EnvironmentSeq { get; init; }

    public PlanVersionMigrationCompanyStatus Status { get; init; }

    /// <summary>Sentence that says why the company could not be moved; null unless it could not.</summary>
    public string? Error { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanMigrationCompanyRow>
    {
        public void Configure(EntityTypeBuilder<PlanMigrationCompanyRow> builder)
        {
            builder.ToTable("plan_migration_companies");
            builder.HasKey(row => new { row.MigrationSeq, row.CompanySeq });
            builder
                .HasIndex(row => new { row.MigrationSeq, row.CompanySeq })
                .HasFilter($"status = {(int)PlanVersionMigrationCompanyStatus.Failed}");
            builder.HasIndex(row => row.EnvironmentSeq);
            // Not with the migration: a deleted environment loses these a few at a time.
            builder
                .HasOne<PlanMigrationRow>()
                .WithMany()
                .HasForeignKey(row => row.MigrationSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanMigrationCompanyRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanMigrationCompanyRow> PlanMigrationCompanies => db.Set<PlanMigrationCompanyRow>();
    }
}
