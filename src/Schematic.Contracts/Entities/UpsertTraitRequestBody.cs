using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

public sealed record UpsertTraitRequestBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Incr { get; init; }

    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    [StringLength(1024)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Set { get; init; }

    [StringLength(255)]
    public required string Trait { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UpdateOnly { get; init; }
}
