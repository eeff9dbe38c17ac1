using System.Text.Json.Serialization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Flags;

/// <summary>Values of all flags, for one company and user.</summary>
public sealed record CheckFlagsResponseData
{
    /// <summary>Balances of the company by id of the credit; left out if it has no credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, CompanyCreditBalance>? CreditBalances { get; init; }

    /// <summary>Value of every flag.</summary>
    public required IReadOnlyList<CheckFlagResponseData> Flags { get; init; }

    /// <summary>The company's plan; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DatastreamCompanyPlan? Plan { get; init; }
}
