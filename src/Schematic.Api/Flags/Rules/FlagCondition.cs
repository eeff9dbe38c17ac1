using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>One condition of a rule. Which members it has is said by its type: <see cref="Rules.Flags.Checking.ConditionShape"/>.</summary>
internal sealed record FlagCondition
{
    public const string IdPrefix = "cond";

    public required string Id { get; init; }

    public required ConditionType ConditionType { get; init; }

    public required ComparableOperator Operator { get; init; }

    public required IReadOnlyList<string> ResourceIds { get; init; }

    public string? TraitId { get; init; }

    public string? TraitValue { get; init; }

    public string? ComparisonTraitId { get; init; }

    public string? EventSubtype { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    public long? MetricValue { get; init; }

    public string? CreditId { get; init; }

    /// <summary>In credits; as on the wire, for it is compared with and never added up.</summary>
    public double? CreditCost { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>The traits it speaks of.</summary>
    [JsonIgnore]
    public IEnumerable<string> TraitIds => new[] { TraitId, ComparisonTraitId }.OfType<string>();
}
