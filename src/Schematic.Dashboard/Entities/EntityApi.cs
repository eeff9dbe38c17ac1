using System.Net;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities.Traits;
using Schematic.Gateway;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Entities;

/// <summary>Companies or users through one face, so that one screen serves both.</summary>
public sealed class EntityApi(SchematicGateway gateway, EntityType type)
{
    /// <summary>The key every entity has without saying so: its Schematic id.</summary>
    public const string IdKey = "id";

    private static readonly Dictionary<string, string> NoKeys = [];

    public EntityType Type => type;

    public async Task<Entity> GetAsync(string id, CancellationToken cancellationToken) =>
        type == EntityType.User
            ? Entity.FromContract((await gateway.Users.GetAsync(id, cancellationToken)).Data)
            : Entity.FromContract((await gateway.Companies.GetAsync(id, cancellationToken)).Data);

    /// <summary>
    /// The entity with this key, or with this id where the name is <see cref="IdKey"/>; null where there is none.
    /// </summary>
    public async Task<Entity?> FindAsync(string keyName, string value, CancellationToken cancellationToken)
    {
        var query = new KeysQuery { Keys = new Dictionary<string, string> { [keyName] = value } };
        try
        {
            return type == EntityType.User
                ? Entity.FromContract((await gateway.Users.LookupAsync(query, cancellationToken)).Data)
                : Entity.FromContract((await gateway.Companies.LookupAsync(query, cancellationToken)).Data);
        }
        catch (GatewayException missing) when (missing.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// The newest whose name, keys or text traits have <paramref name="search"/> in them, or the one with this id; the
    /// newest of all where it is empty.
    /// </summary>
    public async Task<IReadOnlyList<Entity>> SearchAsync(string search, int limit, CancellationToken cancellationToken)
    {
        // An id is no part of what is searched.
        if (
            search.StartsWith(EntityWords.IdPrefix(type), StringComparison.Ordinal)
            && await ListAsync(null, [search], limit, cancellationToken) is [_, ..] byId
        )
            return byId;
        return await ListAsync(search.Length == 0 ? null : search, null, limit, cancellationToken);
    }

    /// <param name="current">As last read: an edit by a person is not a sighting, so "last seen" stays what it
    /// was.</param>
    public async Task<Entity> UpdateAsync(Entity current, EntityUpdate change, CancellationToken cancellationToken) =>
        type == EntityType.User
            ? Entity.FromContract(
                (
                    await gateway.Users.UpsertAsync(
                        new()
                        {
                            Id = current.Id,
                            Keys = change.Keys ?? NoKeys,
                            Name = change.Name,
                            RemoveKeys = change.RemoveKeys,
                            Traits = change.Traits,
                            LastSeenAt = current.LastSeenAt,
                            UpdateOnly = true,
                        },
                        cancellationToken
                    )
                ).Data
            )
            : Entity.FromContract(
                (
                    await gateway.Companies.UpsertAsync(
                        new()
                        {
                            Id = current.Id,
                            Keys = change.Keys ?? NoKeys,
                            Name = change.Name,
                            RemoveKeys = change.RemoveKeys,
                            Traits = change.Traits,
                            LastSeenAt = current.LastSeenAt,
                            UpdateOnly = true,
                        },
                        cancellationToken
                    )
                ).Data
            );

    /// <param name="companyId">The company a new user belongs to from the start; null for none.</param>
    public async Task<Entity> CreateAsync(EntityDraft draft, string? companyId, CancellationToken cancellationToken)
    {
        foreach (var trait in draft.FilledTraits)
            await DefineAsync(trait, cancellationToken);
        var (keys, name, traits) = (draft.ToKeys(), draft.ToName(), draft.ToTraits());
        return type == EntityType.User
            ? Entity.FromContract(
                (
                    await gateway.Users.CreateAsync(
                        new()
                        {
                            Keys = keys,
                            Name = name,
                            Traits = traits,
                            CompanyId = companyId,
                        },
                        cancellationToken
                    )
                ).Data
            )
            : Entity.FromContract(
                (
                    await gateway.Companies.CreateAsync(
                        new()
                        {
                            Keys = keys,
                            Name = name,
                            Traits = traits,
                        },
                        cancellationToken
                    )
                ).Data
            );
    }

    /// <summary>
    /// Gives a trait that was never seen before the type that was chosen for it; the API would guess one from the
    /// value.
    /// </summary>
    /// <exception cref="GatewayException">The trait is known with another type, which the draft then has.</exception>
    public async Task DefineAsync(TraitDraft trait, CancellationToken cancellationToken)
    {
        if (trait.IsKnown)
            return;
        var body = new CreateEntityTraitDefinitionRequestBody
        {
            EntityType = type,
            Hierarchy = trait.Path,
            TraitType = trait.Type,
        };
        var definition = (await gateway.Entities.GetOrCreateTraitDefinitionAsync(body, cancellationToken)).Data;
        if (definition.TraitType == trait.Type)
            return;
        trait.Adopt(definition);
        throw new GatewayException(
            HttpStatusCode.Conflict,
            $"The trait {TraitPath.Dotted(trait.Path)} is known already, "
                + $"as {TraitTypes.Title(trait.Type).ToLowerInvariant()}. Check its value and save again."
        );
    }

    /// <summary>
    /// Finds those of <paramref name="keys"/> that belong to others than <paramref name="exceptId"/>. Asks only after a
    /// refusal.
    /// </summary>
    public async Task<IReadOnlyList<KeyOwner>> OwnersAsync(
        IReadOnlyDictionary<string, string> keys,
        string? exceptId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var owners = await BoundedParallel.SelectAsync(
                keys,
                async (key, token) => new KeyOwner(key.Key, key.Value, await FindAsync(key.Key, key.Value, token)),
                cancellationToken
            );
            return [.. owners.Where(owner => owner.Entity is not null && owner.Entity.Id != exceptId)];
        }
        catch (GatewayException)
        {
            // The refusal itself is shown instead.
            return [];
        }
    }

    /// <summary>The names of keys there are, by name; at most <see cref="Page.MaxLimit"/>, the newest.</summary>
    public async Task<IReadOnlyList<string>> ListKeyNamesAsync(CancellationToken cancellationToken)
    {
        var definitions = (
            await gateway.Entities.ListKeyDefinitionsAsync(
                new() { EntityType = type, Limit = Page.MaxLimit },
                cancellationToken
            )
        ).Data;
        return
        [
            .. definitions
                .Select(static definition => definition.Key)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The traits there are, by name; at most <see cref="Page.MaxLimit"/>, the newest.</summary>
    public async Task<IReadOnlyList<EntityTraitDefinitionResponseData>> ListTraitDefinitionsAsync(
        CancellationToken cancellationToken
    )
    {
        var definitions = (
            await gateway.Entities.ListTraitDefinitionsAsync(
                new() { EntityType = type, Limit = Page.MaxLimit },
                cancellationToken
            )
        ).Data;
        return
        [
            .. definitions.OrderBy(
                static definition => TraitPath.Dotted(definition.Hierarchy),
                StringComparer.OrdinalIgnoreCase
            ),
        ];
    }

    private async Task<IReadOnlyList<Entity>> ListAsync(
        string? search,
        IReadOnlyList<string>? ids,
        int limit,
        CancellationToken cancellationToken
    ) =>
        type == EntityType.User
            ?
            [
                .. (
                    await gateway.Users.ListAsync(
                        new()
                        {
                            Q = search,
                            Ids = ids,
                            Limit = limit,
                        },
                        cancellationToken
                    )
                ).Data.Select(Entity.FromContract),
            ]
            :
            [
                .. (
                    await gateway.Companies.ListAsync(
                        new()
                        {
                            Q = search,
                            Ids = ids,
                            Limit = limit,
                        },
                        cancellationToken
                    )
                ).Data.Select(Entity.FromContract),
            ];
}

/// <summary>A key value and the entity that has it; null if none has.</summary>
public sealed record KeyOwner(string Name, string Value, Entity? Entity);
