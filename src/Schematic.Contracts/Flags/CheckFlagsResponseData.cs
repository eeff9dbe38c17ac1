using System.Text.Json.Serialization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Flags;

public sealed record CheckFlagsResponseData
{
    /// <summary>By credit id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, CompanyCreditBalance>? CreditBalances { get; init; }

    public required IReadOnlyList<CheckFlagResponseData> Flags { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DatastreamCompanyPlan? Plan { get; init; }
}
