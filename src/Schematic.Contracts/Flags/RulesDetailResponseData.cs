using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record RulesDetailResponseData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FlagResponseData? Flag { get; init; }

    public required IReadOnlyList<RuleDetailResponseData> Rules { get; init; }
}
