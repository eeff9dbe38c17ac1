using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// Balance of a company in one credit type. Whoever moves its credits locks this row first, so that movements of one
/// account come one after the other, and those of others do not wait.
/// </summary>
internal sealed class CreditBalanceRow : IEnvironmentScoped
{
    public long Seq { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public int CreditTypeSeq { get; init; }

    public long RemainingMicroCredits { get; init; }

    public long ReservedMicroCredits { get; init; }

    /// <summary>Quantities of the grants that have something left.</summary>
    public long TotalMicroCredits { get; init; }

    /// <summary>Number of the account's last grant.</summary>
    public long LastNumber { get; init; }

    /// <summary>When the balance changes by itself; null if it does not.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    public CreditFigures ToFigures() => new(TotalMicroCredits, RemainingMicroCredits, ReservedMicroCredits);

    public sealed class Configuration : IEntityTypeConfiguration<CreditBalanceRow>
    {
        public void Configure(EntityTypeBuilder<CreditBalanceRow> builder)
        {
            builder.ToTable(
                "credit_balances",
                static table =>
                {
                    table.HasCheckConstraint("ck_credit_balances_remaining", "remaining_micro_credits >= 0");
                    table.HasCheckConstraint("ck_credit_balances_reserved", "reserved_micro_credits >= 0");
                }
            );
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => new { row.CompanySeq, row.CreditTypeSeq }).IsUnique();
            // The self-check walks along it.
            builder.HasIndex(row => new { row.CreditTypeSeq, row.Seq });
            // Finds what is due, in the order of time.
            builder.HasIndex(row => row.NextDueAt).HasFilter("next_due_at IS NOT NULL");
            builder
                .HasOne<EntityRow>()
                .WithMany()
                .HasForeignKey(row => row.CompanySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<CreditTypeRow>()
                .WithMany()
                .HasForeignKey(row => row.CreditTypeSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditBalanceRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditBalanceRow> CreditBalances => db.Set<CreditBalanceRow>();
    }
}
