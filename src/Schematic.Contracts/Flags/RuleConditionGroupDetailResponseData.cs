using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>A group of conditions of a flag rule, of which at least one must match.</summary>
public sealed record RuleConditionGroupDetailResponseData
{
    /// <summary>Alternatives; the group matches if any of them does.</summary>
    public required IReadOnlyList<RuleConditionDetailResponseData> Conditions { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>; null if the rule belongs to none.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the group, <c>cogr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the rule, <c>rule_…</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
