using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Schematic.Api.Persistence.Sql;

/// <summary>Runs <see cref="SqlText"/> on the connection, and in the transaction, of a context.</summary>
internal static class SqlExecution
{
    /// <summary>Reads every row of the first result, and runs the other statements.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this SchematicDb db,
        SqlText sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var results = await db.ReadAsync(sql, cancellationToken);
        var rows = await results.ListAsync(read, cancellationToken);
        await results.EndAsync(cancellationToken);
        return rows;
    }

    public static async Task<T> ScalarAsync<T>(this SchematicDb db, SqlText sql, CancellationToken cancellationToken) =>
        (await db.QueryAsync(sql, static reader => reader.GetFieldValue<T>(0), cancellationToken))[0];

    /// <summary>Starts one command of any number of statements; each has its result in turn.</summary>
    public static async Task<SqlResults> ReadAsync(
        this SchematicDb db,
        SqlText sql,
        CancellationToken cancellationToken
    )
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var command = db.Commands?.For(sql) ?? db.Database.GetDbConnection().CreateCommand();
        try
        {
            sql.ApplyTo(command, db.Dialect);
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            return new SqlResults(
                db,
                command,
                await db.CallAsync(token => command.ExecuteReaderAsync(token), cancellationToken)
            );
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    /// <summary>Runs the statements and then the query, in one way to the server and back.</summary>
    public static async Task<List<T>> QueryAfterAsync<T>(
        this SchematicDb db,
        IEnumerable<SqlText> statements,
        SqlText query,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        // Where commands are kept, each statement is kept as one.
        if (db.Commands is not null)
        {
            foreach (var statement in statements)
                await db.ExecuteAsync(statement, cancellationToken);
            return await db.QueryAsync(query, read, cancellationToken);
        }

        var all = new SqlText();
        foreach (var statement in statements)
            all.Append($"{statement}; ");
        return await db.QueryAsync(all.Append($"{query}"), read, cancellationToken);
    }

    /// <summary>Makes everyone else who writes into the table wait until this transaction ends.</summary>
    public static async Task HoldUpWritersAsync(
        this SchematicDb db,
        SqlLiteral table,
        CancellationToken cancellationToken
    )
    {
        if (db.Dialect.HoldUpWriters(table) is { } hold)
            await db.ExecuteAsync(hold, cancellationToken);
    }

    /// <summary>Inserts rows, and reads what they return, in no order.</summary>
    /// <param name="conflict">What is to happen to a row that is there already, and what is returned.</param>
    public static async Task<List<T>> InsertAsync<T>(
        this SchematicDb db,
        SqlLiteral table,
        SqlRows rows,
        string conflict,
        Func<ISqlRow, T> read,
        CancellationToken cancellationToken
    )
    {
        var returned = new List<T>(rows.Rows.Count);
        foreach (var statement in db.Dialect.Insert(table, rows, conflict))
        {
            if (db.Commands is { } commands)
                commands.Statements.Run(statement, row => returned.Add(read(row)));
            else
                returned.AddRange(
                    await db.QueryAsync(statement, row => read(new ReaderRow(row, db.Dialect)), cancellationToken)
                );
        }

        return returned;
    }

    public static async Task ExecuteAsync(this SchematicDb db, SqlText sql, CancellationToken cancellationToken)
    {
        if (db.Commands is { } commands)
        {
            commands.Statements.Run(sql);
            return;
        }

        await using var results = await db.ReadAsync(sql, cancellationToken);
        await results.EndAsync(cancellationToken);
    }
}

/// <summary>The results of one command; the connection is released when it is disposed.</summary>
internal sealed class SqlResults(SchematicDb db, DbCommand command, DbDataReader reader) : IAsyncDisposable
{
    private bool _atFirst = true;

    /// <summary>Reads every row of the next result.</summary>
    public async Task<List<T>> ListAsync<T>(Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        if (!_atFirst)
            await db.CallAsync(reader.NextResultAsync, cancellationToken);
        _atFirst = false;
        var rows = new List<T>();
        while (await db.ReadRowAsync(reader, cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs what is left to its end: an error in a later statement shows only then.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        while (await db.CallAsync(reader.NextResultAsync, cancellationToken)) { }
    }

    public async ValueTask DisposeAsync()
    {
        if (!db.HasGivenUp)
            await reader.DisposeAsync();
        if (db.Commands is null)
            await command.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
