using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Environments;

/// <summary>
/// The account's environments. A key of one environment sees that one alone, and cannot make or delete any.
/// </summary>
internal sealed class EnvironmentStore(IDatabase database, Caller caller, TimeProvider time)
{
    public async Task<IReadOnlyList<EnvironmentResponseData>> ListAsync(
        EnvironmentsQuery query,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ListAccountAsync(
            (db, token) => Filtered(db, query).OrderByDescending(row => row.Seq).Page(query).ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(row => row.ToContract())];
    }

    public Task<long> CountAsync(EnvironmentsQuery query, CancellationToken cancellationToken) =>
        database.ListAccountAsync((db, token) => Filtered(db, query).LongCountAsync(token), cancellationToken);

    public async Task<EnvironmentResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        return (await FindAsync(db, id, cancellationToken)).ToContract();
    }

    public async Task<EnvironmentDetailResponseData> CreateAsync(
        CreateEnvironmentRequestBody body,
        CancellationToken cancellationToken
    )
    {
        caller.RequireWholeAccount("create an environment");
        var created = await database.WriteAccountAsync(
            async (db, token) =>
            {
                var row = NewRow(body.Name, body.EnvironmentType, time.Now());
                db.Add(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Environment, row.Seq);
                return row;
            },
            cancellationToken
        );
        return created.ToDetailContract();
    }

    public async Task<EnvironmentResponseData> UpdateAsync(
        string id,
        UpdateEnvironmentRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var updated = await database.WriteAccountAsync(
            async (db, token) =>
            {
                var row = await FindAsync(db, id, token);
                row.Name = body.Name ?? row.Name;
                row.EnvironmentType = body.EnvironmentType ?? row.EnvironmentType;
                row.UpdatedAt = time.Now();
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Environment, row.Seq);
                return row;
            },
            cancellationToken
        );
        return updated.ToContract();
    }

    /// <summary>Gone for every caller at once; what it held is removed by <see cref="EnvironmentRemoval"/>.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        caller.RequireWholeAccount("delete an environment");
        await database.WriteAccountAsync(
            async (db, token) =>
            {
                // Two instances that each delete one of the last two environments must not leave none.
                await db.HoldUpWritersAsync(new SqlLiteral("environments"), token);
                var row = await FindAsync(db, id, token);
                if (await db.Environments.CountAsync(token) == 1)
                    throw ApiProblem.Conflict(
                        $"\"{row.Name}\" is the only environment. Create another before deleting it."
                    );
                row.DeletedAt = time.Now();
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Environment, row.Seq);
            },
            cancellationToken
        );
    }

    public static EnvironmentRow NewRow(string name, EnvironmentType environmentType, DateTimeOffset now) =>
        new()
        {
            Id = NewId.For(EnvironmentRow.IdPrefix, now),
            Name = name,
            EnvironmentType = environmentType,
            CreatedAt = now,
            UpdatedAt = now,
        };

    private IQueryable<EnvironmentRow> Filtered(SchematicDb db, EnvironmentsQuery query)
    {
        var rows = db.Environments.AsQueryable();
        if (caller.BoundTo is { } only)
            rows = rows.Where(row => row.Seq == only.Seq);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        return rows;
    }

    private async Task<EnvironmentRow> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken)
    {
        var row = await db.Environments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is not null && caller.MaySee(row.Seq) ? row : throw ApiProblem.NotFoundInAccount("environment", id);
    }
}
