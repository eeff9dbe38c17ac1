using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

public sealed record CreditUsage
{
    public double? CreditConsumptionRate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? CreditGrantCounts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditGrantDetail>? CreditGrantDetails { get; init; }

    public double? CreditRemaining { get; init; }

    public double? CreditTotal { get; init; }

    public string? CreditTypeIcon { get; init; }

    public string? CreditTypeName { get; init; }

    public double? CreditUsed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditUsageAggregation? UsageAggregation { get; init; }
}
