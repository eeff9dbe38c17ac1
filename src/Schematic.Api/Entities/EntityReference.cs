using Schematic.Api.Http;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>Names one company or user: by its Schematic id, by any of its keys, or by both.</summary>
internal record EntityReference
{
    public required EntityType EntityType { get; init; }

    /// <summary>The Schematic id, from the member <c>id</c> or the pseudo-key of that name.</summary>
    public string? Id { get; init; }

    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>The member of the request that holds <see cref="Keys"/>.</summary>
    public string KeysField { get; init; } = "keys";

    /// <summary><see cref="Keys"/>, and the pseudo-key <c>id</c> if there is one.</summary>
    public IReadOnlyDictionary<string, string> AllKeys =>
        Id is null ? Keys : new Dictionary<string, string>(Keys, StringComparer.Ordinal) { [EntityKeys.IdKey] = Id };

    public bool IsNamed => Id is not null || Keys.Count > 0;

    /// <summary>Takes the pseudo-key <c>id</c> out of <paramref name="keys"/>.</summary>
    /// <param name="field">The member of the request that holds <paramref name="keys"/>.</param>
    public static EntityReference FromKeys(
        EntityType entityType,
        IReadOnlyDictionary<string, string> keys,
        string? id = null,
        string field = "keys"
    )
    {
        EntityKeys.Check(keys, field);
        if (!keys.TryGetValue(EntityKeys.IdKey, out var pseudo))
            return new EntityReference
            {
                EntityType = entityType,
                Id = id,
                Keys = keys,
                KeysField = field,
            };
        if (id is not null && id != pseudo)
            throw ApiProblem.BadRequest(
                $"id is \"{ApiProblem.Shorten(id)}\" and keys.id is \"{ApiProblem.Shorten(pseudo)}\". Give one of them.",
                "id"
            );
        return new EntityReference
        {
            EntityType = entityType,
            Id = pseudo,
            Keys = keys.Where(key => key.Key != EntityKeys.IdKey).ToDictionary(StringComparer.Ordinal),
            KeysField = field,
        };
    }
}
