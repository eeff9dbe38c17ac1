using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>A trait to define before any company or user has it; one that exists is returned as it is.</summary>
public sealed record CreateEntityTraitDefinitionRequestBody
{
    /// <summary>Display name, at most 255 characters; left out, the name of the trait itself.</summary>
    [StringLength(255)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DisplayName { get; init; }

    /// <summary>Kind of entity that has the trait.</summary>
    public required EntityType EntityType { get; init; }

    /// <summary>
    /// Path of the trait in nested objects, outermost name first; at most 100 names of 1 to 255 characters.
    /// </summary>
    [MaxLength(100)]
    public required IReadOnlyList<string> Hierarchy { get; init; }

    /// <summary>Type of the trait's values.</summary>
    public required TraitType TraitType { get; init; }
}
