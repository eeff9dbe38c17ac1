using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entities;

/// <summary>Filtering, sorting and counting that companies and users share.</summary>
internal static class EntityStore
{
    /// <summary>One page of seqs: one statement.</summary>
    public static Task<List<long>> PageAsync(
        SchematicDb db,
        EntityFilter filter,
        EntitySort sort,
        Page page,
        CancellationToken cancellationToken
    )
    {
        var (sql, seqColumn) = From(db, filter);
        // Newest first needs no other column: seq grows with creation. Others are cut off by seq where they are equal.
        var order = new SqlLiteral(
            sort.Column == "seq"
                ? $"{seqColumn} {sort.Direction}"
                : $"e.{sort.Column} {sort.Direction}, e.seq {sort.Direction}"
        );
        return db.QueryAsync(
            new SqlText($"SELECT {new SqlLiteral(seqColumn)} {sql} ORDER BY {order}").Page(page),
            static reader => reader.GetInt64(0),
            cancellationToken
        );
    }

    public static Task<long> CountAsync(SchematicDb db, EntityFilter filter, CancellationToken cancellationToken) =>
        db.ScalarAsync<long>(new SqlText($"SELECT count(*) {From(db, filter).Sql}"), cancellationToken);

    /// <summary>
    /// The change that a trait operation asks for. A trait is named by its path with dots, or by its one name.
    /// </summary>
    public static EntityChange TraitChangeOf(EntityType entityType, UpsertTraitRequestBody body)
    {
        if (body.Set is null == body.Incr is null)
            throw ApiProblem.BadRequest("Give exactly one of set and incr.");
        if (body.Trait.Length == 0)
            throw ApiProblem.BadRequest("trait is empty. Give the trait's name.", "trait");
        string[] path = [body.Trait];
        return EntityChange.For(entityType, body.Keys) with
        {
            Traits = [body.Incr is { } amount ? TraitChange.Add(path, amount) : TraitChange.Set(path, body.Set!)],
            UpdateOnly = body.UpdateOnly ?? false,
        };
    }

    private static (SqlText Sql, string SeqColumn) From(SchematicDb db, EntityFilter filter)
    {
        var environment = db.EnvironmentSeq;
        var terms = SearchText.Terms(filter.Q);
        var (sql, seqColumn) =
            terms.Count > 0
                ? EntitySql.SearchFrom(db, terms, filter.EntityType)
                : (
                    new SqlText(
                        $"FROM entities e WHERE e.environment_seq = {environment} AND e.entity_type = {filter.EntityType}"
                    ),
                    "e.seq"
                );
        if (filter.Ids is { } ids)
            sql.Append($" AND e.id IN {ids}");
        if (filter.MemberOfCompanyId is { } companyId)
            sql.Append(
                $" AND e.seq IN (SELECT m.user_seq FROM company_memberships m JOIN entities c ON c.seq = m.company_seq WHERE c.id = {companyId} AND m.environment_seq = {environment})"
            );
        if (filter.Nothing)
            sql.Append($" AND 1 = 0");
        return (sql, seqColumn);
    }
}

/// <param name="Nothing">True where a filter asks for what no entity can have yet.</param>
internal sealed record EntityFilter(
    EntityType EntityType,
    string? Q = null,
    IReadOnlyList<string>? Ids = null,
    string? MemberOfCompanyId = null,
    bool Nothing = false
);

/// <param name="Column">A column of <c>entities</c>, from an allow-list.</param>
internal sealed record EntitySort(string Column, string Direction)
{
    public static readonly EntitySort NewestFirst = new("seq", "DESC");
}
