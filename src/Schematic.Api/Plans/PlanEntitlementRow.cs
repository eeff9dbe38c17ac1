using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Plans;

/// <summary>A feature that a version of a plan gives, how much of it, and at which price.</summary>
internal sealed class PlanEntitlementRow : IEnvironmentScoped
{
    public const string IdPrefix = "pltl";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public int PlanVersionSeq { get; init; }

    public int FeatureSeq { get; init; }

    public EntitlementValueType ValueType { get; set; }

    public bool? ValueBool { get; set; }

    public long? ValueNumeric { get; set; }

    public string? ValueTraitId { get; set; }

    public string? ValueCreditId { get; set; }

    /// <summary>Credits that one unit costs, in 10⁻⁶ credits.</summary>
    public long? ConsumptionRateMicroCredits { get; set; }

    public MetricPeriod? MetricPeriod { get; set; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; set; }

    public EntitlementPriceBehavior? PriceBehavior { get; set; }

    public long? SoftLimit { get; set; }

    public long? UsageQuantity { get; set; }

    public long? BillingThreshold { get; set; }

    /// <summary>Prices as one JSON document; they are read and written as a whole.</summary>
    public required string Prices { get; set; }

    /// <summary>Warning thresholds as one JSON document.</summary>
    public required string WarningTiers { get; set; }

    /// <summary>Id of the rule that gives the feature.</summary>
    public required string RuleId { get; init; }

    /// <summary>Id of the rule that denies it once the limit is reached; used only where there is a limit.</summary>
    public required string UsageExceededRuleId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The same in another version, with ids of its own.</summary>
    public PlanEntitlementRow CopyTo(PlanVersionRow version, DateTimeOffset now) =>
        new()
        {
            Id = NewId.For(IdPrefix, now),
            EnvironmentSeq = version.EnvironmentSeq,
            PlanVersionSeq = version.Seq,
            FeatureSeq = FeatureSeq,
            ValueType = ValueType,
            ValueBool = ValueBool,
            ValueNumeric = ValueNumeric,
            ValueTraitId = ValueTraitId,
            ValueCreditId = ValueCreditId,
            ConsumptionRateMicroCredits = ConsumptionRateMicroCredits,
            MetricPeriod = MetricPeriod,
            MetricPeriodMonthReset = MetricPeriodMonthReset,
            PriceBehavior = PriceBehavior,
            SoftLimit = SoftLimit,
            UsageQuantity = UsageQuantity,
            BillingThreshold = BillingThreshold,
            Prices = Prices,
            WarningTiers = WarningTiers,
            RuleId = NewId.For(FlagRule.IdPrefix, now),
            UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, now),
            CreatedAt = now,
            UpdatedAt = now,
        };

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
