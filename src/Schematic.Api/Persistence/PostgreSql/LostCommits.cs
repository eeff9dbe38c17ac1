using Npgsql;

namespace Schematic.Api.Persistence.PostgreSql;

internal enum CommitOutcome
{
    Committed,
    RolledBack,
    Unknown,
}

/// <summary>
/// Finds out what became of commits whose answer was lost with their connection. See docs/adr/0026.
/// </summary>
internal sealed class LostCommits
{
    // How long the database is asked before the outcome counts as unknown: until its caller has waited for 3 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.4);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromSeconds(0.9);

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(50);

    private const string State = "SELECT CASE WHEN NOT pg_is_in_recovery() THEN pg_xact_status($1::text::xid8) END";

    // The mark, not the state, says that it was this transaction: a server that has crashed uses the numbers of
    // transactions again that it has lost. Whoever asks for the state first sees every mark of what had ended by then.
    private const string Mark = "SELECT EXISTS (SELECT FROM changes WHERE transaction_id = $1 AND instance = $2)";

    // A session that waits for its COMMIT will never be sent one. One that is at it must not be disturbed: waiting for
    // a synchronous replica, it would stop waiting and commit.
    private const string EndWaiting = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_xid = $1::text::xid8::xid AND state = 'idle in transaction' AND datname = current_database()
        """;

    private readonly string _connectionString;

    // A pool would hand out connections that are as lost as the last one.
    public LostCommits(string connectionString) =>
        _connectionString = PostgreSqlConnections.Alone(connectionString).ConnectionString;

    /// <summary>Whether the database itself says that nothing was stored.</summary>
    public static bool IsRefusal(Exception failure) => failure is PostgresException { InvariantSeverity: "ERROR" };

    /// <param name="mark">Null if the transaction has written nothing.</param>
    /// <param name="wasSilent">Whether the caller has waited already.</param>
    public async Task<CommitOutcome> FindAsync(CommitMark? mark, bool wasSilent = false)
    {
        if (mark is null)
            return CommitOutcome.RolledBack;
        using var limit = new CancellationTokenSource(wasSilent ? AfterSilence : Patience);
        while (true)
        {
            try
            {
                if (await AskAsync(mark).WaitAsync(limit.Token) is { } outcome)
                    return outcome;
                await Task.Delay(AskAgain, limit.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                return CommitOutcome.Unknown;
            }
        }
    }

    /// <returns>Null if the transaction may still end, or nobody could be asked.</returns>
    private async Task<CommitOutcome?> AskAsync(CommitMark mark)
    {
        try
        {
            await using var connection = new NpgsqlConnection(_connectionString);
            await connection.OpenAsync();
            var state = await ScalarAsync(connection, State, mark.TransactionId);
            var isMarked = await ScalarAsync(connection, Mark, mark.TransactionId, mark.Instance);
            await ScalarAsync(connection, EndWaiting, mark.TransactionId);
            return state switch
            {
                _ when isMarked is true => CommitOutcome.Committed,
                "aborted" => CommitOutcome.RolledBack,
                // Somebody else's, if it is committed without the mark: that number was lost and is used again.
                _ => null,
            };
        }
        // The server crashed before anything of the transaction was on its disk.
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            return CommitOutcome.RolledBack;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync();
    }
}
