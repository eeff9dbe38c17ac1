using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>What a caller asks to become of one company or user, before it is known whether that exists.</summary>
internal sealed record EntityChange
{
    public required EntityType EntityType { get; init; }

    /// <summary>The Schematic id, from the member <c>id</c> or the pseudo-key of that name.</summary>
    public string? Id { get; init; }

    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>The member of the request that holds <see cref="Keys"/>.</summary>
    public string KeysField { get; init; } = "keys";

    /// <summary>The keys that the entity has afterwards; one that is also in <see cref="RemoveKeys"/> only finds it.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeysToWrite =>
        RemoveKeys.Count == 0 ? Keys : Keys.Where(key => !RemoveKeys.Contains(key.Key));

    public IReadOnlyList<string> RemoveKeys { get; init; } = [];

    /// <summary>Null keeps the name, or makes it the first key's value.</summary>
    public string? Name { get; init; }

    /// <summary>Null means now.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    public IReadOnlyList<TraitChange> Traits { get; init; } = [];

    /// <summary>ApiProblem with 404 rather than create.</summary>
    public bool UpdateOnly { get; init; }

    /// <summary>ApiProblem with 409 rather than update.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>ApiProblem with 409 a new value for a key the entity has already.</summary>
    public bool PreventKeyRemap { get; init; }

    /// <summary>Takes the pseudo-key <c>id</c> out of <paramref name="keys"/>.</summary>
    /// <param name="field">The member of the request that holds <paramref name="keys"/>.</param>
    public static EntityChange For(
        EntityType entityType,
        IReadOnlyDictionary<string, string> keys,
        string? id = null,
        string field = "keys"
    )
    {
        EntityKeys.Check(keys, field);
        if (!keys.TryGetValue(EntityKeys.IdKey, out var pseudo))
            return new EntityChange
            {
                EntityType = entityType,
                Id = id,
                Keys = keys,
                KeysField = field,
            };
        if (id is not null && id != pseudo)
            throw Http.ApiProblem.BadRequest(
                $"id is \"{Http.ApiProblem.Shorten(id)}\" and keys.id is \"{Http.ApiProblem.Shorten(pseudo)}\". Give one of them.",
                "id"
            );
        return new EntityChange
        {
            EntityType = entityType,
            Id = pseudo,
            Keys = keys.Where(key => key.Key != EntityKeys.IdKey).ToDictionary(StringComparer.Ordinal),
            KeysField = field,
        };
    }
}
