using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>A change of one trait of one company or user. Exactly one of <c>set</c> and <c>incr</c> is given.</summary>
public sealed record UpsertTraitRequestBody
{
    /// <summary>Amount to add to the trait's number, negative to subtract; null if the trait is set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Incr { get; init; }

    /// <summary>Keys that find the company or user, by name.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>New value as text, at most 1,024 characters; null if the trait is incremented.</summary>
    [StringLength(1024)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Set { get; init; }

    /// <summary>Name of the trait, or its path joined by dots, at most 255 characters.</summary>
    [StringLength(255)]
    public required string Trait { get; init; }

    /// <summary>True refuses keys that find nothing; otherwise the company or user is created.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UpdateOnly { get; init; }
}
