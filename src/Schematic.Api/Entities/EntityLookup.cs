using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>Finds the one entity that a Schematic id and keys name.</summary>
internal static class EntityLookup
{
    /// <returns>Null where there is none.</returns>
    /// <exception cref="ApiException">409 where keys name different entities.</exception>
    public static async Task<EntityDetail?> FindAsync(
        SchematicDb db,
        EntityReference named,
        CancellationToken cancellationToken
    )
    {
        if (!named.IsNamed)
            throw ApiProblem.BadRequest(
                $"Name the {EntityKeys.Noun(named.EntityType)} by at least one key, like keys[domain]=acme.com.",
                named.KeysField
            );
        Dictionary<long, EntityDetail> details;
        await using (var results = await db.ReadAsync(Select(db, [named]), cancellationToken))
            details = await EntityReader.ReadAsync(db, results, cancellationToken);
        return await SingleAsync(db, named, details, cancellationToken);
    }

    /// <summary>The statements of <see cref="EntityReader.Select"/> for every entity that any of these names.</summary>
    public static SqlText Select(SchematicDb db, IReadOnlyList<EntityReference> named) =>
        EntityReader.Select(db, new SqlText($"IN ({SelectSeqs(db, named)})"));

    /// <summary>The only one of those read; null where there is none, or where the id named is of none.</summary>
    public static async Task<EntityDetail?> SingleAsync(
        SchematicDb db,
        EntityReference named,
        Dictionary<long, EntityDetail> details,
        CancellationToken cancellationToken
    )
    {
        var found = Single(named, details.Values);
        // Everyone has a key. Where statements see one after the other, another writer may have moved it between the
        // first, which finds the entity, and the second.
        return found is { Keys.Count: 0 }
            ? (await EntityReader.DetailsAsync(db, [found.Seq], cancellationToken)).SingleOrDefault()
            : found;
    }

    /// <summary>
    /// The seqs of all that any of these names, by one look-up in an index for each. An id is not held to environment
    /// and type here.
    /// </summary>
    public static SqlText SelectSeqs(SchematicDb db, IReadOnlyList<EntityReference> named)
    {
        var ids = named.Select(static one => one.Id).OfType<string>().ToList();
        var keys = new SqlRows("entity_type", "name", "value_hash");
        foreach (var one in named)
        {
            foreach (var (name, value) in one.Keys)
                keys.Add((int)one.EntityType, name, EntityKeyRow.Hash(value));
        }

        var sql = new SqlText();
        if (ids.Count > 0)
            sql.Append($"SELECT seq FROM entities WHERE id {db.Dialect.Among(SqlArray.Of(ids))}");
        if (ids.Count > 0 && keys.Rows.Count > 0)
            sql.Append($" UNION ALL ");
        if (keys.Rows.Count > 0)
            sql.Append(
                $"""
                SELECT k.entity_seq FROM {db.Dialect.Table(keys)}
                CROSS JOIN entity_key_definitions d CROSS JOIN entity_keys k
                WHERE d.entity_type = u.entity_type AND d.key = u.name
                    AND k.definition_seq = d.seq AND k.environment_seq = {db.EnvironmentSeq}
                    AND k.value_hash = u.value_hash
                """
            );
        return sql;
    }

    /// <summary>
    /// The seqs of all companies and users with this id, or with this value in any key: one look-up in the unique index
    /// for each name of a key that there is.
    /// </summary>
    /// <param name="keyName">Only keys of this name, and no id; null for any.</param>
    public static SqlText SelectSeqs(SchematicDb db, string value, string? keyName, int limit)
    {
        var byKey = new SqlText(
            $"""
            SELECT k.entity_seq AS seq FROM entity_key_definitions d CROSS JOIN entity_keys k
            WHERE k.definition_seq = d.seq AND k.environment_seq = {db.EnvironmentSeq}
                AND k.value_hash = {EntityKeyRow.Hash(value)}
            """
        );
        return keyName is null
            ? new SqlText(
                $"""
                SELECT seq FROM entities WHERE id = {value} AND environment_seq = {db.EnvironmentSeq}
                UNION {byKey} LIMIT {limit}
                """
            )
            : byKey.Append($" AND d.key = {keyName} LIMIT {limit}");
    }

    /// <summary>Refuses a change of nothing in particular.</summary>
    public static void RequireName(EntityReference named)
    {
        if (!named.IsNamed)
            throw ApiProblem.BadRequest("keys is empty. Give at least one key, or the id.", named.KeysField);
    }

    public static ApiException NotFound(EntityReference named) =>
        named.Id is { } id
            ? ApiProblem.NotFound(EntityKeys.Noun(named.EntityType), id)
            : ApiProblem
                .NotFound(
                    $"There is no {EntityKeys.Noun(named.EntityType)} with {EntityKeys.Describe(named.Keys)} in this environment."
                )
                .About(named.KeysField);

    /// <summary>The one that is meant among <paramref name="found"/>; null where there is none.</summary>
    /// <param name="found">What has the id or one of the keys named.</param>
    /// <exception cref="ApiException">409 where there are several.</exception>
    public static EntityDetail? Single(EntityReference named, IEnumerable<EntityDetail> found)
    {
        List<EntityDetail> candidates =
        [
            .. found.Where(detail => detail.EntityType == named.EntityType).OrderBy(static detail => detail.Seq),
        ];
        return candidates switch
        {
            [] => null,
            [var only] => named.Id is { } id && id != only.Id ? null : only,
            _ => throw ApiProblem.Conflict(
                $"These keys name different {(named.EntityType == EntityType.Company ? "companies" : "users")}: {string.Join(" and ", candidates.Select(candidate => candidate.Id))}. Nothing was changed. Give keys of only one.",
                named.KeysField
            ),
        };
    }
}
