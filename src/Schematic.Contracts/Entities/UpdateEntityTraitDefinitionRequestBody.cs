using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

public sealed record UpdateEntityTraitDefinitionRequestBody
{
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    public required TraitType TraitType { get; init; }
}
