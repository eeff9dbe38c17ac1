using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>One key of a company or user: a name and a value that find it.</summary>
public sealed record EntityKeyDetailResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Definition of the key's name; left out of lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityKeyDefinitionResponseData? Definition { get; init; }

    /// <summary>Id of the definition of the key's name, <c>kydf_…</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Id of the company or user that the key finds.</summary>
    public required string EntityId { get; init; }

    /// <summary>Kind of entity that the key finds.</summary>
    public required EntityType EntityType { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of this key of this entity, <c>enky_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the key, such as <c>crm_id</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Value of the key, unique among the environment's keys of this name and entity type.</summary>
    public required string Value { get; init; }
}
