using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Users;

/// <summary>A user to create, or to change if its keys find one.</summary>
public sealed record UpsertUserRequestBody
{
    /// <summary>
    /// Keys of every company of the user, at most 100; the user leaves all others. Null changes nothing.
    /// </summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyDictionary<string, string>>? Companies { get; init; }

    /// <summary>
    /// Keys of one company to join, created if not found; wins over <c>companies</c>. Null changes nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Company { get; init; }

    /// <summary>Id of one company to join, <c>comp_…</c>; wins over <c>company_ids</c>. Null changes nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CompanyId { get; init; }

    /// <summary>
    /// Ids of every company of the user, at most 100; the user leaves all others. Null changes nothing.
    /// </summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CompanyIds { get; init; }

    /// <summary>Id of the user to change, <c>user_…</c>; null finds it by its keys.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Keys that find the user, by name; new ones are added. At most 100.</summary>
    [MaxLength(100)]
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Time when the user was last seen; now if null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>
    /// Display name, at most 255 characters; null keeps it, or takes the first key value when creating.
    /// </summary>
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Names of keys to remove, at most 100; at least one key must remain.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? RemoveKeys { get; init; }

    /// <summary>Traits to set, by name; others stay, and a null value removes. Nested objects become paths.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    /// <summary>True refuses keys that find nothing; otherwise the user is created.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UpdateOnly { get; init; }
}
