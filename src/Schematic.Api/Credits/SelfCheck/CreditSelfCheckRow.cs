using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Credits.SelfCheck;

/// <summary>
/// The last check of an environment's balances. It is stored, for the instance that is asked need not be the one that
/// checked.
/// </summary>
internal sealed class CreditSelfCheckRow : IEnvironmentScoped
{
    public int EnvironmentSeq { get; init; }

    /// <summary>When the last check began: it keeps other instances from beginning another.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last check ended that did; null before the first.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    public long Accounts { get; init; }

    public long DifferenceCount { get; init; }

    /// <summary>The first differences as they are on the wire.</summary>
    public required string Differences { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<CreditSelfCheckRow>
    {
        public void Configure(EntityTypeBuilder<CreditSelfCheckRow> builder)
        {
            builder.ToTable("credit_self_checks");
            builder.HasKey(row => row.EnvironmentSeq);
            builder.Property(row => row.EnvironmentSeq).ValueGeneratedNever();
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditSelfCheckRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditSelfCheckRow> CreditSelfChecks => db.Set<CreditSelfCheckRow>();
    }
}
