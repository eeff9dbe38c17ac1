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
        if (named.Id is null && named.Keys.Count == 0)
            throw ApiProblem.BadRequest(
                $"Name the {EntityKeys.Noun(named.EntityType)} by at least one key, like keys[domain]=acme.com.",
                named.KeysField
            );
        Dictionary<long, EntityDetail> details;
        await using (var results = await db.ReadAsync(Select(db, named), cancellationToken))
            details = await EntityReader.ReadAsync(db, results, cancellationToken);
        return await SingleAsync(db, named, details, cancellationToken);
    }

    /// <summary>
    /// The statements of <see cref="EntityReader.Select"/> for every entity named by the id or any of the keys: one
    /// index look-up for each.
    /// </summary>
    public static SqlText Select(SchematicDb db, EntityReference named, bool forUpdate = false) =>
        EntityReader.Select(db, new SqlText($"({Seqs(db, named)})"), forUpdate);

    /// <summary>The only one of those read; null where there is none, or where the id named is of none.</summary>
    public static async Task<EntityDetail?> SingleAsync(
        SchematicDb db,
        EntityReference named,
        Dictionary<long, EntityDetail> details,
        CancellationToken cancellationToken
    )
    {
        var found = Single(
            named,
            [
                .. details
                    .Values.Where(detail => detail.EntityType == named.EntityType)
                    .OrderBy(static detail => detail.Seq),
            ]
        );
        // Everyone has a key. Where statements see one after the other, another writer may have moved it between the
        // first, which finds the entity, and the second.
        return found is { Keys.Count: 0 }
            ? (await EntityReader.DetailsAsync(db, [found.Seq], cancellationToken)).SingleOrDefault()
            : found;
    }

    // An id is not held to environment and type here.
    private static SqlText Seqs(SchematicDb db, EntityReference named)
    {
        var environment = db.EnvironmentSeq;
        var sql = new SqlText();
        var union = "";
        if (named.Id is { } id)
        {
            sql.Append($"SELECT seq FROM entities WHERE id = {id}");
            union = " UNION ALL ";
        }

        foreach (var (name, value) in named.Keys)
        {
            sql.Append(
                $"{new SqlLiteral(union)}SELECT entity_seq FROM entity_keys WHERE environment_seq = {environment} AND definition_seq = (SELECT seq FROM entity_key_definitions WHERE entity_type = {named.EntityType} AND key = {name}) AND value_hash = {EntityKeyRow.Hash(value)}"
            );
            union = " UNION ALL ";
        }

        return sql;
    }

    public static ApiException NotFound(EntityReference named) =>
        named.Id is { } id
            ? ApiProblem.NotFound(EntityKeys.Noun(named.EntityType), id)
            : ApiProblem
                .NotFound(
                    $"There is no {EntityKeys.Noun(named.EntityType)} with {EntityKeys.Describe(named.Keys)} in this environment."
                )
                .About(named.KeysField);

    private static EntityDetail? Single(EntityReference named, List<EntityDetail> candidates) =>
        candidates switch
        {
            [] => null,
            [var only] => named.Id is { } id && id != only.Id ? null : only,
            _ => throw ApiProblem.Conflict(
                $"These keys name different {(named.EntityType == EntityType.Company ? "companies" : "users")}: {string.Join(" and ", candidates.Select(candidate => candidate.Id))}. Nothing was changed. Give keys of only one.",
                named.KeysField
            ),
        };
}
