using System.Data.Common;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>Finds the one entity that a Schematic id and keys name.</summary>
internal static class EntityLookup
{
    /// <summary>The entity's seq and id.</summary>
    /// <exception cref="RefusalException">404 where no key matches, 409 where keys name different entities.</exception>
    public static async Task<FoundEntity> FindAsync(SchematicDb db, EntityType entityType, IReadOnlyDictionary<string, string> keys, CancellationToken cancellationToken)
    {
        var named = EntityChange.For(entityType, keys);
        if (named.Id is null && named.Keys.Count == 0)
            throw Refuse.BadRequest($"Name the {EntityKeys.Noun(entityType)} by at least one key, like keys[domain]=acme.com.");
        var found = await db.QueryAsync(Candidates(db, named), FoundEntity.Read, cancellationToken);
        return Single(named, found) ?? throw NotFound(named);
    }

    /// <summary>Selects seq and id of every entity named by the id or any of the keys: one index look-up for each.</summary>
    public static SqlText Candidates(SchematicDb db, EntityChange named) =>
        new SqlText($"SELECT e.seq, e.id FROM entities e WHERE e.environment_seq = {db.EnvironmentSeq} AND e.entity_type = {named.EntityType} AND e.seq IN ({Seqs(db, named)}) ORDER BY e.seq");

    /// <summary>Selects the seqs of <see cref="Candidates"/>; an id is not held to environment and type here.</summary>
    public static SqlText Seqs(SchematicDb db, EntityChange named)
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
            sql.Append($"{new SqlLiteral(union)}SELECT entity_seq FROM entity_keys WHERE environment_seq = {environment} AND definition_seq = (SELECT seq FROM entity_key_definitions WHERE entity_type = {named.EntityType} AND key = {name}) AND value_hash = {EntityKeyRow.Hash(value)}");
            union = " UNION ALL ";
        }

        return sql;
    }

    /// <summary>The only candidate; null where there is none, or where the id named is of none.</summary>
    public static FoundEntity? Single(EntityChange named, IReadOnlyList<FoundEntity> candidates) => candidates switch
    {
        [] => null,
        [var only] when named.Id is { } id && id != only.Id => null,
        [var only] => only,
        _ => throw Refuse.Conflict($"These keys name different {(named.EntityType == EntityType.Company ? "companies" : "users")}: {string.Join(" and ", candidates.Select(candidate => candidate.Id))}. Nothing was changed. Give keys of only one."),
    };

    public static RefusalException NotFound(EntityChange named) => named.Id is { } id
        ? Refuse.NotFound(EntityKeys.Noun(named.EntityType), id)
        : Refuse.NotFound($"There is no {EntityKeys.Noun(named.EntityType)} with {EntityKeys.Describe(named.Keys)} in this environment.");
}

internal sealed record FoundEntity(long Seq, string Id)
{
    public static FoundEntity Read(DbDataReader reader) => new(reader.GetInt64(0), reader.GetString(1));
}
