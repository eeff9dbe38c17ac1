using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits;

/// <summary>
/// A unit that is granted or sold in advance and drawn by usage. One that is deleted stays for the ledger, which names
/// it.
/// </summary>
internal sealed class CreditTypeRow : IEnvironmentScoped
{
    public const string IdPrefix = "bilcr";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public string? Icon { get; set; }

    public string? SingularName { get; set; }

    public string? PluralName { get; set; }

    public BillingCreditBurnStrategy BurnStrategy { get; set; }

    public BillingCreditExpiryUnit DefaultExpiryUnit { get; set; }

    /// <summary>Null if grants do not expire by default.</summary>
    public long? DefaultExpiryUnitCount { get; set; }

    public BillingCreditRolloverPolicy DefaultRolloverPolicy { get; set; }

    /// <summary>ISO 4217 code in lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>Prices of one credit as one JSON document; they are read and written as a whole.</summary>
    public required string Prices { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>How long credits live unless it is said.</summary>
    public CreditLifetime DefaultLifetime() =>
        DefaultExpiryUnitCount is { } count
            ? new CreditLifetime(BillingCreditExpiryType.Duration, DefaultExpiryUnit, count)
            : CreditLifetime.Endless;

    public sealed class Configuration : IEntityTypeConfiguration<CreditTypeRow>
    {
        public void Configure(EntityTypeBuilder<CreditTypeRow> builder)
        {
            builder.ToTable("credit_types");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
            // Configured here: plans do not know credits.
            builder
                .HasMany<PlanCreditGrantRow>()
                .WithOne()
                .HasForeignKey(static row => row.CreditTypeSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditTypeRows
{
    extension(SchematicDb db)
    {
        /// <summary>With those that are deleted.</summary>
        public DbSet<CreditTypeRow> AllCreditTypes => db.Set<CreditTypeRow>();

        public IQueryable<CreditTypeRow> CreditTypes => db.Set<CreditTypeRow>().Where(row => row.DeletedAt == null);
    }
}
