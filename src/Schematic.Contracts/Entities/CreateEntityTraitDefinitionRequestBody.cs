using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

public sealed record CreateEntityTraitDefinitionRequestBody
{
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    public required EntityType EntityType { get; init; }

    [MaxLength(100)]
    public required IReadOnlyList<string> Hierarchy { get; init; }

    public required TraitType TraitType { get; init; }
}
