using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits;

/// <summary>A number of credits that is sold together.</summary>
internal sealed class CreditBundleRow : IEnvironmentScoped
{
    public const string IdPrefix = "bcbn";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public int CreditTypeSeq { get; init; }

    public required string Name { get; set; }

    public BillingCreditBundleStatus Status { get; set; }

    public BillingCreditBundleType BundleType { get; init; }

    public long? Quantity { get; set; }

    public BillingCreditExpiryType ExpiryType { get; set; }

    public BillingCreditExpiryUnit ExpiryUnit { get; set; }

    public long? ExpiryUnitCount { get; set; }

    /// <summary>ISO 4217 code in lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>Prices of one credit as one JSON document; they are read and written as a whole.</summary>
    public required string Prices { get; set; }

    /// <summary>Ids of the plans whose companies may buy it as a JSON array; empty for all.</summary>
    public required string CompatiblePlanIds { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>How long bought credits live unless it is said.</summary>
    public CreditLifetime Lifetime() => new(ExpiryType, ExpiryUnit, ExpiryUnitCount);

    public sealed class Configuration : IEntityTypeConfiguration<CreditBundleRow>
    {
        public void Configure(EntityTypeBuilder<CreditBundleRow> builder)
        {
            builder.ToTable("credit_bundles");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
            builder.HasIndex(row => row.CreditTypeSeq);
            builder
                .HasOne<CreditTypeRow>()
                .WithMany()
                .HasForeignKey(row => row.CreditTypeSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditBundleRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditBundleRow> CreditBundles => db.Set<CreditBundleRow>();

        /// <summary>Keeps others from changing the bundle until the transaction ends.</summary>
        public Task LockBundleAsync(string id, CancellationToken cancellationToken) =>
            db.ExecuteAsync(
                new SqlText($"SELECT seq FROM credit_bundles WHERE id = {id}{new SqlLiteral(db.Dialect.ForUpdate)}"),
                cancellationToken
            );
    }
}
