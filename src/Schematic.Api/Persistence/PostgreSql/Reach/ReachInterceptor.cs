using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Schematic.Api.Persistence.PostgreSql.Reach;

/// <summary>Makes every way of EF Core to the database one of <see cref="SchematicDb.CallAsync"/>.</summary>
internal sealed class ReachInterceptor : DbCommandInterceptor, IDbConnectionInterceptor
{
    public static readonly ReachInterceptor Instance = new();

    private ReachInterceptor() { }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not PostgreSqlSchematicDb { Reach: not null } db)
            return result;
        var reader = await db.CallAsync(token => command.ExecuteReaderAsync(token), cancellationToken);
        // Npgsql asks for its own kind back from changes that are saved; their results are small.
        return InterceptionResult<DbDataReader>.SuppressWithResult(
            eventData.CommandSource is CommandSource.SaveChanges ? reader : new ReachReader(db, reader)
        );
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) =>
        eventData.Context is PostgreSqlSchematicDb { Reach: not null } db
            ? InterceptionResult<object>.SuppressWithResult(
                (await db.CallAsync(token => command.ExecuteScalarAsync(token), cancellationToken))!
            )
            : result;

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) =>
        eventData.Context is PostgreSqlSchematicDb { Reach: not null } db
            ? InterceptionResult<int>.SuppressWithResult(
                await db.CallAsync(token => command.ExecuteNonQueryAsync(token), cancellationToken)
            )
            : result;

    public async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not PostgreSqlSchematicDb { Reach: not null } db)
            return result;
        await db.CallAsync(
            async token =>
            {
                await connection.OpenAsync(token);
                return 0;
            },
            cancellationToken
        );
        return InterceptionResult.Suppress();
    }

    public ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => ValueTask.FromResult(Closing(eventData.Context, result));

    public InterceptionResult ConnectionClosing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => Closing(eventData.Context, result);

    // Closed when the call that nobody waits for any more has ended.
    private static InterceptionResult Closing(
        Microsoft.EntityFrameworkCore.DbContext? context,
        InterceptionResult result
    ) => context is PostgreSqlSchematicDb { HasGivenUp: true } ? InterceptionResult.Suppress() : result;
}
