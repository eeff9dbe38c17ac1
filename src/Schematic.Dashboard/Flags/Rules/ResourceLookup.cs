using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Gateway;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Finds the companies or users that a condition can name.</summary>
internal sealed class ResourceLookup(SchematicGateway api, EntityType type)
{
    private const int MaxFound = 20;
    private const int MaxIdsAtOnce = 100;

    /// <param name="search">Part of a name, a key value or a trait; empty for the newest.</param>
    public Task<IReadOnlyList<FoundResource>> SearchAsync(string search, CancellationToken cancellationToken) =>
        ListAsync(search.Length == 0 ? null : search, null, MaxFound, cancellationToken);

    /// <summary>Resolves ids and key values, whichever key they are of.</summary>
    /// <returns>What was found, by the text that it was found with.</returns>
    public async Task<IReadOnlyDictionary<string, FoundResource>> ResolveAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, FoundResource>(StringComparer.Ordinal);
        foreach (var ids in texts.Where(IsId).Chunk(MaxIdsAtOnce))
        {
            foreach (var resource in await ListAsync(null, ids, MaxIdsAtOnce, cancellationToken))
                found[resource.Id] = resource;
        }

        var values = texts.Where(text => !found.ContainsKey(text)).ToList();
        if (values.Count == 0)
            return found;
        var entities = new EntityApi(api, type);
        var keyNames = await entities.ListKeyNamesAsync(cancellationToken);
        var owners = await BoundedParallel.SelectAsync(
            values,
            (value, token) => FindByKeyAsync(entities, keyNames, value, token),
            cancellationToken
        );
        foreach (var (value, owner) in values.Zip(owners))
        {
            if (owner is not null)
                found[value] = new(owner.Id, owner.Name, owner.Keys);
        }

        return found;
    }

    private bool IsId(string text) => text.StartsWith(EntityWords.IdPrefix(type), StringComparison.Ordinal);

    private static async Task<Entity?> FindByKeyAsync(
        EntityApi entities,
        IReadOnlyList<string> keyNames,
        string value,
        CancellationToken cancellationToken
    )
    {
        foreach (var name in keyNames)
        {
            if (await entities.FindAsync(name, value, cancellationToken) is { } entity)
                return entity;
        }

        return null;
    }

    private async Task<IReadOnlyList<FoundResource>> ListAsync(
        string? search,
        IReadOnlyList<string>? ids,
        int limit,
        CancellationToken cancellationToken
    )
    {
        if (type == EntityType.User)
        {
            var users = new UsersQuery
            {
                Q = search,
                Ids = ids,
                Limit = limit,
            };
            var found = (await api.Users.ListAsync(users, cancellationToken)).Data;
            return [.. found.Select(static user => new FoundResource(user.Id, user.Name, user.Keys))];
        }

        var companies = new CompaniesQuery
        {
            Q = search,
            Ids = ids,
            Limit = limit,
        };
        var all = (await api.Companies.ListAsync(companies, cancellationToken)).Data;
        return [.. all.Select(static company => new FoundResource(company.Id, company.Name, company.Keys))];
    }
}

/// <summary>A company or user that a condition can name.</summary>
public sealed record FoundResource(string Id, string Name, IReadOnlyList<EntityKeyDetailResponseData> Keys);
