using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>New name and type of a trait.</summary>
public sealed record UpdateEntityTraitDefinitionRequestBody
{
    /// <summary>New display name, at most 255 characters; left out, it stays.</summary>
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    /// <summary>New type of the trait's values.</summary>
    public required TraitType TraitType { get; init; }
}
