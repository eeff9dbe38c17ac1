using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// A <see cref="CreditMovement"/>. Rows are only ever added, in the transaction of what they tell of; the sums of their
/// deltas are the balances. They outlive the company.
/// </summary>
internal sealed class CreditLedgerRow : IEnvironmentScoped
{
    public const string IdPrefix = "crlg";

    public long Seq { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public int CreditTypeSeq { get; init; }

    /// <summary>Number of the grant in its account; null for usage that no grant covered.</summary>
    public long? GrantNumber { get; init; }

    public CreditEventType EventType { get; init; }

    public CreditUsageReason? UsageReason { get; init; }

    public BillingCreditGrantZeroedOutReason? ZeroedOutReason { get; init; }

    public long AmountMicroCredits { get; init; }

    public long RemainingDelta { get; init; }

    public long HeldDelta { get; init; }

    public long RemainingAfter { get; init; }

    /// <summary>Credits that the company held of the type afterwards, remaining and reserved.</summary>
    public long SettledAfter { get; init; }

    public long? ToGrantNumber { get; init; }

    public DateTimeOffset EventAt { get; init; }

    /// <summary>Id of the event that used the credits.</summary>
    public string? UsageEventId { get; init; }

    public int? FeatureSeq { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<CreditLedgerRow>
    {
        public void Configure(EntityTypeBuilder<CreditLedgerRow> builder)
        {
            builder.ToTable("credit_ledger");
            builder.HasKey(row => row.Seq);
            // Each filter of the list has its rows in the order of the list, of one company and of all. Those that
            // begin with the environment, the type or the feature grow at their end, where a row costs little. A
            // company's rows of a kind that is rare need no index with the type as well.
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.EventAt,
                row.Seq,
            });
            builder.HasIndex(row => new
            {
                row.CompanySeq,
                row.EventAt,
                row.Seq,
            });
            builder.HasIndex(row => new
            {
                row.CreditTypeSeq,
                row.EventAt,
                row.Seq,
            });
            builder.HasIndex(row => new
            {
                row.CompanySeq,
                row.CreditTypeSeq,
                row.EventAt,
                row.Seq,
            });
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.FeatureSeq,
                    row.EventAt,
                    row.Seq,
                })
                .HasFilter("feature_seq IS NOT NULL");
            builder
                .HasIndex(row => new
                {
                    row.CompanySeq,
                    row.FeatureSeq,
                    row.EventAt,
                    row.Seq,
                })
                .HasFilter("feature_seq IS NOT NULL");
            // Usage is nearly everything, and found without.
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.EventType,
                    row.EventAt,
                    row.Seq,
                })
                .HasFilter($"event_type <> {(int)CreditEventType.Usage}");
            builder
                .HasIndex(row => new
                {
                    row.CompanySeq,
                    row.EventType,
                    row.EventAt,
                    row.Seq,
                })
                .HasFilter($"event_type <> {(int)CreditEventType.Usage}");
            builder.HasIndex(row => row.UsageEventId).HasFilter("usage_event_id IS NOT NULL");
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditLedgerRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditLedgerRow> CreditLedger => db.Set<CreditLedgerRow>();
    }
}
