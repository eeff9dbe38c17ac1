using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>A group of conditions to write, of which at least one must match.</summary>
public sealed record CreateOrUpdateConditionGroupRequestBody
{
    /// <summary>Alternatives, at most 100; the group matches if any of them does.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionRequestBody> Conditions { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>; may be left out, for the address names it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FlagId { get; init; }

    /// <summary>Id of a group of this flag to keep, <c>cogr_…</c>; null creates a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
