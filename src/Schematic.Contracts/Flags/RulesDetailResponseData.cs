using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>A flag and its rules in the environment, after they were saved.</summary>
public sealed record RulesDetailResponseData
{
    /// <summary>The flag that the rules belong to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FlagResponseData? Flag { get; init; }

    /// <summary>All rules of the flag in the environment, in the order they were saved.</summary>
    public required IReadOnlyList<RuleDetailResponseData> Rules { get; init; }
}
