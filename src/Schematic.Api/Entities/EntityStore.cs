using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entities;

/// <summary>Filtering, sorting and counting that companies and users share.</summary>
internal static class EntityStore
{
    /// <summary>The seqs of one page: at most two statements, of a search at most three.</summary>
    public static async Task<List<long>> PageAsync(
        SchematicDb db,
        EntityFilter filter,
        EntitySort sort,
        Page page,
        CancellationToken cancellationToken
    )
    {
        if (filter.Nothing)
            return [];
        if (filter.Terms.Count > 0)
            return await EntitySearch.PageAsync(db, filter, sort, page, cancellationToken);
        return await BackwardPaging.IsCheaperAsync(db, page, cancellationToken)
            ? await BackwardPaging.SelectPageAsync(db, filter, sort, page, cancellationToken)
            : await SelectPageAsync(db, filter, sort, page, cancellationToken);
    }

    /// <summary>The seqs of one page in one statement, a search through the index of texts alone.</summary>
    public static Task<List<long>> SelectPageAsync(
        SchematicDb db,
        EntityFilter filter,
        EntitySort sort,
        Page page,
        CancellationToken cancellationToken
    )
    {
        var (sql, seqColumn) = From(db, filter);
        // The full-text index yields its own column in order, without a sort.
        var order = sort.IsBySeq ? new SqlLiteral($"{seqColumn} {sort.Direction}") : sort.OrderBy;
        return db.QueryAsync(
            new SqlText($"SELECT {new SqlLiteral(seqColumn)} {sql} ORDER BY {order}").Page(page),
            static reader => reader.GetInt64(0),
            cancellationToken
        );
    }

    public static async Task<long> CountAsync(
        SchematicDb db,
        EntityFilter filter,
        CancellationToken cancellationToken
    ) =>
        filter.Nothing
            ? 0
            : await db.ScalarAsync<long>(new SqlText($"SELECT count(*) {From(db, filter).Sql}"), cancellationToken);

    /// <summary>The rows of <c>entities e</c> that pass the filter, whatever their search text.</summary>
    public static SqlText FromAll(SchematicDb db, EntityFilter filter) =>
        Narrow(
            db,
            filter,
            new SqlText(
                $"FROM entities e WHERE e.environment_seq = {db.EnvironmentSeq} AND e.entity_type = {filter.EntityType}"
            )
        );

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
        if (filter.Terms.Count == 0)
            return (FromAll(db, filter), "e.seq");
        var (sql, seqColumn) = EntitySql.SearchFrom(db, filter.Terms, filter.EntityType);
        return (Narrow(db, filter, sql), seqColumn);
    }

    private static SqlText Narrow(SchematicDb db, EntityFilter filter, SqlText sql)
    {
        if (filter.Ids is { } ids)
            sql.Append($" AND e.id IN {ids}");
        if (filter.MemberOfCompanyId is { } companyId)
            sql.Append(
                $" AND e.seq IN (SELECT m.user_seq FROM company_memberships m JOIN entities c ON c.seq = m.company_seq WHERE c.id = {companyId} AND m.environment_seq = {db.EnvironmentSeq})"
            );
        foreach (var condition in filter.Conditions)
            sql.Append($" AND {condition}");
        return sql;
    }
}

/// <param name="Nothing">True where a filter asks for what no entity can have yet.</param>
internal sealed record EntityFilter(
    EntityType EntityType,
    string? Q = null,
    IReadOnlyList<string>? Ids = null,
    string? MemberOfCompanyId = null,
    bool Nothing = false
)
{
    /// <summary>The terms that <see cref="Q"/> asks for; empty if every entity has them.</summary>
    public IReadOnlyList<string> Terms { get; } = SearchText.Terms(Q);

    /// <summary>Further conditions about <c>entities e</c>, all of which hold.</summary>
    public IReadOnlyList<SqlText> Conditions { get; init; } = [];
}

/// <summary>An order in which no two rows are equal: those with equal values of a column are ordered by seq.</summary>
/// <param name="Column">A column of <c>entities</c>, from an allow-list.</param>
/// <param name="Direction"><c>ASC</c> or <c>DESC</c>.</param>
internal sealed record EntitySort(string Column, string Direction)
{
    public static readonly EntitySort NewestFirst = new("seq", "DESC");

    /// <summary>True for the order of creation, in which seq grows.</summary>
    public bool IsBySeq => Column == "seq";

    /// <summary>The same order from its other end.</summary>
    public EntitySort Reverse() => this with { Direction = Direction == "ASC" ? "DESC" : "ASC" };

    /// <summary>The terms of an ORDER BY over <c>entities e</c>.</summary>
    public SqlLiteral OrderBy => new(IsBySeq ? $"e.seq {Direction}" : $"e.{Column} {Direction}, e.seq {Direction}");
}
