using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// A <see cref="CreditRenewal"/> of one company, with the terms that it was given on: those of a plan may change
/// meanwhile.
/// </summary>
internal sealed class CreditRenewalRow : IEnvironmentScoped
{
    public long Seq { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public int CreditTypeSeq { get; init; }

    public long QuantityMicroCredits { get; init; }

    /// <summary>Null if the credits were given once.</summary>
    public BillingPlanCreditGrantResetCadence? Cadence { get; init; }

    public bool FollowsBilling { get; init; }

    public BillingCreditGrantReason Reason { get; init; }

    public bool Resets { get; init; }

    public long RolloverPercentage { get; init; }

    public BillingCreditExpiryType ExpiryType { get; init; }

    public BillingCreditExpiryUnit ExpiryUnit { get; init; }

    public long? ExpiryUnitCount { get; init; }

    public int? PlanSeq { get; init; }

    public int? PlanGrantSeq { get; init; }

    public int? BundleSeq { get; init; }

    public DateTimeOffset EnrolledAt { get; init; }

    /// <summary>See <see cref="CreditRenewal.BillingStart"/>.</summary>
    public DateTimeOffset? BillingStart { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    public long? CurrentNumber { get; init; }

    /// <summary>See <see cref="RenewalTerms.Licenses"/>.</summary>
    public long? Licenses { get; init; }

    /// <summary>Null if nothing is topped up; so are the other members of the top-up.</summary>
    public long? TopupAmountMicroCredits { get; init; }

    public long? TopupThresholdMicroCredits { get; init; }

    public BillingCreditExpiryType? TopupExpiryType { get; init; }

    public BillingCreditExpiryUnit? TopupExpiryUnit { get; init; }

    public long? TopupExpiryUnitCount { get; init; }

    public CreditRenewal ToRenewal() =>
        new()
        {
            Seq = Seq,
            Terms = ToTerms(),
            EnrolledAt = EnrolledAt,
            BillingStart = BillingStart,
            NextAt = NextAt,
            CurrentNumber = CurrentNumber,
        };

    public RenewalTerms ToTerms() =>
        new(QuantityMicroCredits, Cadence, FollowsBilling, Reason)
        {
            Resets = Resets,
            RolloverPercentage = RolloverPercentage,
            Lifetime = new CreditLifetime(ExpiryType, ExpiryUnit, ExpiryUnitCount),
            Origin = new GrantOrigin(PlanSeq, PlanGrantSeq, BundleSeq, Licenses is not null),
            Licenses = Licenses,
            Topup =
                TopupAmountMicroCredits is { } amount && TopupThresholdMicroCredits is { } threshold
                    ? new AutoTopup(
                        threshold,
                        amount,
                        new CreditLifetime(
                            TopupExpiryType ?? BillingCreditExpiryType.NoExpiry,
                            TopupExpiryUnit ?? BillingCreditExpiryUnit.Days,
                            TopupExpiryUnitCount
                        )
                    )
                    : null,
        };

    /// <summary>Whether the renewal is as it was read.</summary>
    public bool IsSame(CreditRenewal renewal) =>
        renewal.NextAt == NextAt && renewal.CurrentNumber == CurrentNumber && renewal.Terms == ToTerms();

    public sealed class Configuration : IEntityTypeConfiguration<CreditRenewalRow>
    {
        public void Configure(EntityTypeBuilder<CreditRenewalRow> builder)
        {
            builder.ToTable("credit_renewals");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => new { row.CompanySeq, row.CreditTypeSeq });
            builder.HasIndex(row => row.CreditTypeSeq);
            builder.HasIndex(row => new { row.PlanSeq, row.CompanySeq }).HasFilter("plan_seq IS NOT NULL");
            // Finds those whose company has another number of licenses meanwhile.
            builder.HasIndex(row => new { row.EnvironmentSeq, row.CompanySeq }).HasFilter("licenses IS NOT NULL");
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

internal static class CreditRenewalRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditRenewalRow> CreditRenewals => db.Set<CreditRenewalRow>();
    }
}
