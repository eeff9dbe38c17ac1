using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Companies;

/// <summary>A company to create, or to change if its keys find one.</summary>
public sealed record UpsertCompanyRequestBody
{
    /// <summary>Plan of a newly created company, <c>plan_…</c>; null assigns the environment's initial plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BasePlanId { get; init; }

    /// <summary>Price of that plan, <c>bilpp_…</c>; must be free of charge. Null for a plan without billing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BasePlanPriceId { get; init; }

    /// <summary>Id of the company to change, <c>comp_…</c>; null finds it by its keys.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Keys that find the company, by name; new ones are added to it. At most 100.</summary>
    [MaxLength(100)]
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Time when the company was last seen; now if null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>
    /// Display name, at most 256 characters; null keeps it, or takes the first key value when creating.
    /// </summary>
    [StringLength(256)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>True refuses to give a key the company already has another value.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? PreventKeyRemap { get; init; }

    /// <summary>Names of keys to remove, at most 100; at least one key must remain.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? RemoveKeys { get; init; }

    /// <summary>Traits to set, by name; others stay, and a null value removes. Nested objects become paths.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    /// <summary>True refuses keys that find nothing; otherwise the company is created.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UpdateOnly { get; init; }
}
