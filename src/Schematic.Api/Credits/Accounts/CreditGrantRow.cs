using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Accounts;

/// <summary>A <see cref="CreditGrant"/> of one company.</summary>
internal sealed class CreditGrantRow : IEnvironmentScoped
{
    public const string IdPrefix = "bcgr";

    public long Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public int CreditTypeSeq { get; init; }

    public long Number { get; init; }

    public BillingCreditGrantReason Reason { get; init; }

    public long QuantityMicroCredits { get; init; }

    public long RemainingMicroCredits { get; init; }

    public long HeldMicroCredits { get; init; }

    public long RemovedMicroCredits { get; init; }

    public DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? ZeroedOutAt { get; init; }

    public BillingCreditGrantZeroedOutReason? ZeroedOutReason { get; init; }

    public bool TakesRefunds { get; init; }

    public long? SourceNumber { get; init; }

    public int? PlanSeq { get; init; }

    public int? PlanGrantSeq { get; init; }

    public int? BundleSeq { get; init; }

    public bool ScalesPerLicense { get; init; }

    /// <summary>ISO 4217 code in lower case; null if the credits were not bought.</summary>
    public string? Currency { get; init; }

    /// <summary>Why it was given; null if nobody said.</summary>
    public string? Note { get; init; }

    /// <summary>See <see cref="CreditGrant.IsOpen"/>.</summary>
    public bool IsOpen { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public CreditGrant ToGrant() =>
        new()
        {
            Number = Number,
            Reason = Reason,
            QuantityMicroCredits = QuantityMicroCredits,
            RemainingMicroCredits = RemainingMicroCredits,
            HeldMicroCredits = HeldMicroCredits,
            RemovedMicroCredits = RemovedMicroCredits,
            ValidFrom = ValidFrom,
            ExpiresAt = ExpiresAt,
            ZeroedOutAt = ZeroedOutAt,
            ZeroedOutReason = ZeroedOutReason,
            TakesRefunds = TakesRefunds,
            SourceNumber = SourceNumber,
            Origin = new GrantOrigin(PlanSeq, PlanGrantSeq, BundleSeq, ScalesPerLicense),
        };

    public sealed class Configuration : IEntityTypeConfiguration<CreditGrantRow>
    {
        public void Configure(EntityTypeBuilder<CreditGrantRow> builder)
        {
            builder.ToTable(
                "credit_grants",
                static table =>
                {
                    table.HasCheckConstraint("ck_credit_grants_remaining", "remaining_micro_credits >= 0");
                    table.HasCheckConstraint("ck_credit_grants_held", "held_micro_credits >= 0");
                    table.HasCheckConstraint(
                        "ck_credit_grants_quantity",
                        "remaining_micro_credits + held_micro_credits + removed_micro_credits <= quantity_micro_credits"
                    );
                }
            );
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder
                .HasIndex(row => new
                {
                    row.CompanySeq,
                    row.CreditTypeSeq,
                    row.Number,
                })
                .IsUnique();
            // What an account is made of, however many grants it has used up.
            builder.HasIndex(row => new { row.CompanySeq, row.CreditTypeSeq }).HasFilter("is_open");
            builder.HasIndex(row => new { row.CompanySeq, row.Seq });
            builder.HasIndex(row => new { row.CreditTypeSeq, row.Seq });
            builder.HasIndex(row => row.BundleSeq).HasFilter("bundle_seq IS NOT NULL");
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
            // Checked at the end of a statement: one that removes the whole credit type takes both along.
            builder
                .HasOne<CreditBundleRow>()
                .WithMany()
                .HasForeignKey(row => row.BundleSeq)
                .OnDelete(DeleteBehavior.NoAction);
        }
    }
}

internal static class CreditGrantRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditGrantRow> CreditGrants => db.Set<CreditGrantRow>();
    }
}
