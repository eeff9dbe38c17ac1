using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Credits that a company holds and has used for a feature.</summary>
public sealed record CreditUsage
{
    /// <summary>Credits that one unit of usage costs; null if usage costs none.</summary>
    public double? CreditConsumptionRate { get; init; }

    /// <summary>Credits granted, by origin of the grant; left out if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? CreditGrantCounts { get; init; }

    /// <summary>Grants that count into the total; left out if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditGrantDetail>? CreditGrantDetails { get; init; }

    /// <summary>Credits left to spend; null if unknown.</summary>
    public double? CreditRemaining { get; init; }

    /// <summary>Credits granted in total; null if unknown.</summary>
    public double? CreditTotal { get; init; }

    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? CreditTypeIcon { get; init; }

    /// <summary>Display name of the credit; null if unknown.</summary>
    public string? CreditTypeName { get; init; }

    /// <summary>Credits used so far; null if unknown.</summary>
    public double? CreditUsed { get; init; }

    /// <summary>Credits used, by period; left out if nothing is measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditUsageAggregation? UsageAggregation { get; init; }
}
