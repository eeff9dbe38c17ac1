using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entities;

/// <summary>
/// Pages of a search. No one plan suits every term: a term that many entities hold is met again and again on a walk
/// along the order asked for, while looking up and sorting all of them takes half a second; a term that few hold is
/// looked up in no time, while the walk would not end. So a short walk comes first. It fills the page, or it shows how
/// often the term is met, and with that which of the two is cheaper.
/// </summary>
internal static class EntitySearch
{
    private const int FirstWalk = 500;

    /// <summary>A list of users needs a statement more than one of companies: one walk has to do.</summary>
    private const int OnlyWalk = 2500;

    /// <summary>Walking further costs more than looking up what is met more rarely than that.</summary>
    private const int LongestWalk = 8000;

    /// <summary>How much further than expected a walk goes: chance makes terms come later, too.</summary>
    private const double Margin = 1.5;

    /// <summary>The seqs of one page; at most three statements, two for users.</summary>
    public static async Task<List<long>> PageAsync(
        SchematicDb db,
        EntityFilter filter,
        EntitySort sort,
        Page page,
        CancellationToken cancellationToken
    )
    {
        var walks = filter.EntityType == EntityType.User ? OnlyWalk : FirstWalk;
        var walk = await WalkAsync(db, filter, sort, page, walks, cancellationToken);
        if (walk.Page is null && walks == FirstWalk && walk.StepsToFill(page) is <= LongestWalk and var steps)
            walk = await WalkAsync(db, filter, sort, page, (int)steps, cancellationToken);
        return walk.Page ?? await EntityStore.SelectPageAsync(db, filter, sort, page, cancellationToken);
    }

    private static async Task<Walk> WalkAsync(
        SchematicDb db,
        EntityFilter filter,
        EntitySort sort,
        Page page,
        int steps,
        CancellationToken cancellationToken
    )
    {
        var offset = (int)Math.Min(page.Offset!.Value, int.MaxValue);
        var wanted = (long)offset + page.Limit!.Value;
        var rows = await db.QueryAsync(
            Rows(db, filter, sort, steps, wanted),
            static row => (Seq: row.GetInt64(0), Step: row.GetInt64(1), Holds: !row.IsDBNull(2) && row.GetBoolean(2)),
            cancellationToken
        );
        var found = rows.Where(static row => row.Holds).Select(static row => row.Seq).ToList();
        var isWhole = found.Count >= wanted || rows.Count == 0 || rows[^1].Step < steps;
        return new Walk(steps, found.Count, isWhole ? [.. found.Skip(offset).Take(page.Limit!.Value)] : null);
    }

    // The window counts the steps; the row of the last one is returned though it may not match, and says that there
    // are perhaps more rows after it.
    private static SqlText Rows(SchematicDb db, EntityFilter filter, EntitySort sort, int steps, long wanted)
    {
        var (column, direction) = (new SqlLiteral(sort.Column), new SqlLiteral(sort.Direction));
        var walk = new SqlText(
            $"""
            SELECT e.seq, e.{column} AS sort_key, row_number() OVER (ORDER BY {sort.OrderBy}) AS step,
                {EntitySql.Holds(db, filter.Terms)} AS holds
            {EntityStore.FromAll(db, filter)} ORDER BY {sort.OrderBy} LIMIT {steps}
            """
        );
        return new SqlText(
            $"""
            SELECT w.seq, w.step, w.holds FROM ({walk}) w WHERE w.holds OR w.step = {steps}
            ORDER BY w.sort_key {direction}, w.seq {direction} LIMIT {wanted}
            """
        );
    }

    /// <param name="Page">Null if the walk ended before the page was full, with rows left.</param>
    private sealed record Walk(int Steps, int Found, List<long>? Page)
    {
        public double StepsToFill(Page page) =>
            Found == 0
                ? double.PositiveInfinity
                : Margin * Steps * ((double)page.Offset!.Value + page.Limit!.Value) / Found;
    }
}
