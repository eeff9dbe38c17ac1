using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>One trait of a company or user.</summary>
public sealed record EntityTraitDetailResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Definition of the trait; left out of lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Definition { get; init; }

    /// <summary>Id of the trait's definition, <c>trdf_…</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of this trait of this entity, <c>entr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Value as text, whatever its type; at most 1,024 characters.</summary>
    public required string Value { get; init; }
}
