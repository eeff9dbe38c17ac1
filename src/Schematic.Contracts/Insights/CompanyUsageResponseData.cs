using System.Text.Json.Serialization;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Insights;

/// <summary>Usage of a feature by one company. An addition to the published API.</summary>
public sealed record CompanyUsageResponseData
{
    /// <summary>The company; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? Company { get; init; }

    /// <summary>Part of all usage, with or without a company, 0 to 1; 0 if that is not positive.</summary>
    public required double Share { get; init; }

    /// <summary>Sum of the quantities of the events.</summary>
    public required long Usage { get; init; }
}
