namespace Schematic.Contracts.Entities;

/// <summary>A name of keys by which companies or users are found, shared by all environments.</summary>
public sealed record EntityKeyDefinitionResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Kind of entity that the key finds.</summary>
    public required EntityType EntityType { get; init; }

    /// <summary>Id of the key definition, <c>kydf_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the key, such as <c>crm_id</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
