using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Plans;

/// <summary>A feature that a version of a plan gives, how much of it, and at which price.</summary>
internal sealed class PlanEntitlementRow : EntitlementRow
{
    public const string IdPrefix = "pltl";

    public int Seq { get; init; }

    public int PlanVersionSeq { get; init; }

    public EntitlementPriceBehavior? PriceBehavior { get; set; }

    public long? SoftLimit { get; set; }

    public long? UsageQuantity { get; set; }

    public long? BillingThreshold { get; set; }

    /// <summary>Prices as one JSON document; they are read and written as a whole.</summary>
    public required string Prices { get; set; }

    /// <summary>Warning thresholds as one JSON document.</summary>
    public required string WarningTiers { get; set; }

    public override void Write(EntitlementValues values, DateTimeOffset now)
    {
        base.Write(values, now);
        PriceBehavior = values.PriceBehavior;
        SoftLimit = values.SoftLimit;
        UsageQuantity = values.UsageQuantity;
        BillingThreshold = values.BillingThreshold;
    }

    public override EntitlementValues ToValues() =>
        base.ToValues() with
        {
            PriceBehavior = PriceBehavior,
            SoftLimit = SoftLimit,
            UsageQuantity = UsageQuantity,
            BillingThreshold = BillingThreshold,
        };

    /// <summary>The same in another version, with ids of its own.</summary>
    public PlanEntitlementRow CopyTo(PlanVersionRow version, DateTimeOffset now)
    {
        var copy = new PlanEntitlementRow
        {
            Id = NewId.For(IdPrefix, now),
            EnvironmentSeq = version.EnvironmentSeq,
            PlanVersionSeq = version.Seq,
            FeatureSeq = FeatureSeq,
            Prices = Prices,
            WarningTiers = WarningTiers,
            RuleId = NewId.For(FlagRule.IdPrefix, now),
            UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, now),
            CreatedAt = now,
        };
        copy.Write(ToValues(), now);
        return copy;
    }

    public sealed class Configuration : IEntityTypeConfiguration<PlanEntitlementRow>
    {
        public void Configure(EntityTypeBuilder<PlanEntitlementRow> builder)
        {
            builder.ToTable("plan_entitlements");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.PlanVersionSeq, row.FeatureSeq }).IsUnique();
            builder.HasIndex(row => row.FeatureSeq);
            builder
                .HasOne<PlanVersionRow>()
                .WithMany()
                .HasForeignKey(row => row.PlanVersionSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<FeatureRow>()
                .WithMany()
                .HasForeignKey(row => row.FeatureSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanEntitlementRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanEntitlementRow> PlanEntitlements => db.Set<PlanEntitlementRow>();
    }
}
