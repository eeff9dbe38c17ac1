using System.Text.Json.Serialization;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Flags;

/// <summary>One condition of a flag rule that comes from an entitlement or override.</summary>
public sealed record Condition
{
    /// <summary>Id of the account it belongs to, <c>acct_…</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>Trait to compare with, in place of a fixed value; left out if the value is fixed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TraitDefinition? ComparisonTraitDefinition { get; init; }

    /// <summary>Kind of fact that the condition examines.</summary>
    public required ConditionType ConditionType { get; init; }

    /// <summary>Credits that one use costs, for a condition on a credit; null counts as 1.</summary>
    public double? ConsumptionRate { get; init; }

    /// <summary>Id of the credit to examine; null unless the condition is on a credit.</summary>
    public string? CreditId { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Name of the event that a metric counts or that draws a credit; null for other conditions.</summary>
    public string? EventSubtype { get; init; }

    /// <summary>Id of the condition, <c>cond_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Period over which events are counted; null counts all time.</summary>
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Number to compare the count with; null if it is compared with a trait.</summary>
    public long? MetricValue { get; init; }

    /// <summary>Comparison that the condition makes.</summary>
    public required ComparableOperator Operator { get; init; }

    /// <summary>Ids to match, of the kind that the type names; empty for other types.</summary>
    public required IReadOnlyList<string> ResourceIds { get; init; }

    /// <summary>Trait to examine; left out unless the condition is on a trait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TraitDefinition? TraitDefinition { get; init; }

    /// <summary>Text to compare the trait with; empty if there is none.</summary>
    public required string TraitValue { get; init; }
}
