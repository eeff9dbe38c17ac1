using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>A requested change of one company or user, which may not exist yet.</summary>
internal sealed record EntityChange : EntityReference
{
    /// <summary>
    /// The keys that the entity has afterwards; one that is also in <see cref="RemoveKeys"/> only finds it.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> KeysToWrite =>
        RemoveKeys.Count == 0 ? Keys : Keys.Where(key => !RemoveKeys.Contains(key.Key));

    public IReadOnlyList<string> RemoveKeys { get; init; } = [];

    /// <summary>False where it only ever finds or fails.</summary>
    public bool MayCreate => Id is null && !UpdateOnly;

    /// <summary>Null keeps the name, or makes it the first key's value.</summary>
    public string? Name { get; init; }

    /// <summary>Null means now.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>
    /// When something was heard of it, which moves <see cref="LastSeenAt"/> forward and never back; null to say nothing
    /// of that.
    /// </summary>
    public Sighting? Seen { get; init; }

    public IReadOnlyList<TraitChange> Traits { get; init; } = [];

    /// <summary>ApiProblem with 404 rather than create.</summary>
    public bool UpdateOnly { get; init; }

    /// <summary>ApiProblem with 409 rather than update.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>Leaves one that is there as it is.</summary>
    public bool GetOrCreate { get; init; }

    /// <summary>ApiProblem with 409 a new value for a key the entity has already.</summary>
    public bool PreventKeyRemap { get; init; }

    /// <summary>The change of nothing yet; takes the pseudo-key <c>id</c> out of <paramref name="keys"/>.</summary>
    /// <param name="field">The member of the request that holds <paramref name="keys"/>.</param>
    public static EntityChange For(
        EntityType entityType,
        IReadOnlyDictionary<string, string> keys,
        string? id = null,
        string field = "keys"
    )
    {
        var named = FromKeys(entityType, keys, id, field);
        return new EntityChange
        {
            EntityType = named.EntityType,
            Id = named.Id,
            Keys = named.Keys,
            KeysField = field,
        };
    }
}

/// <summary>When something was heard of a company or user.</summary>
/// <param name="IsPast">True if it is history: it dates what is created by it, and moves nothing that is there.</param>
internal readonly record struct Sighting(DateTimeOffset At, bool IsPast)
{
    /// <summary>When it was last seen, given when it was before.</summary>
    public DateTimeOffset After(DateTimeOffset before) => IsPast || before > At ? before : At;
}
