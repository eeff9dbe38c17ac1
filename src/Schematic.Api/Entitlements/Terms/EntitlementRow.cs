using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Columns that the tables of plan entitlements and of overrides have in common: a feature, how much of it is given,
/// and the rules that this adds to the feature's flag.
/// </summary>
internal abstract class EntitlementRow : IEnvironmentScoped
{
    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

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

    /// <summary>Id of the rule that gives or denies the feature.</summary>
    public required string RuleId { get; init; }

    /// <summary>Id of the rule that denies it once the limit is reached; used only where there is a limit.</summary>
    public required string UsageExceededRuleId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Credits that one unit costs; null unless the value is credits.</summary>
    public double? GetConsumptionRate() => MicroCredits.ToWire(ConsumptionRateMicroCredits);

    /// <summary>Id of the rule that denies once the limit is reached; null without a limit.</summary>
    public string? GetUsageExceededRuleId() =>
        ValueType is EntitlementValueType.Numeric or EntitlementValueType.Trait ? UsageExceededRuleId : null;

    /// <summary>Stores values that were checked.</summary>
    public virtual void Write(EntitlementValues values, DateTimeOffset now)
    {
        ValueType = values.ValueType;
        ValueBool = values.ValueBool;
        ValueNumeric = values.ValueNumeric;
        ValueTraitId = values.ValueTraitId;
        ValueCreditId = values.ValueCreditId;
        ConsumptionRateMicroCredits = values.CreditConsumptionRate is { } rate ? MicroCredits.CostFromWire(rate) : null;
        MetricPeriod = values.MetricPeriod;
        MetricPeriodMonthReset = values.MetricPeriodMonthReset;
        UpdatedAt = now;
    }

    /// <summary>The stored values, as a request would give them.</summary>
    public virtual EntitlementValues ToValues() =>
        new()
        {
            ValueType = ValueType,
            ValueBool = ValueBool,
            ValueNumeric = ValueNumeric,
            ValueTraitId = ValueTraitId,
            ValueCreditId = ValueCreditId,
            CreditConsumptionRate = GetConsumptionRate(),
            MetricPeriod = MetricPeriod,
            MetricPeriodMonthReset = MetricPeriodMonthReset,
        };

    /// <summary>The value as a candidate of a company's use of the feature.</summary>
    public EntitlementTerms ToTerms(EntitlementSource source) =>
        new()
        {
            Id = Id,
            Source = source,
            ValueType = ValueType,
            ValueBool = ValueBool,
            ValueNumeric = ValueNumeric,
            ValueTraitId = ValueTraitId,
            CreditId = ValueCreditId,
            ConsumptionRateMicroCredits = ConsumptionRateMicroCredits,
            MetricPeriod = MetricPeriod,
            MonthReset = MetricPeriodMonthReset,
        };
}
