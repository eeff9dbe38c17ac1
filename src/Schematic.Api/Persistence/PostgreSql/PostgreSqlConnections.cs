using System.Data.Common;
using Npgsql;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>Settings of connections, where the operator has not said otherwise.</summary>
internal static class PostgreSqlConnections
{
    // Those that read and those that write come to fewer than the hundred that PostgreSQL allows by default. More would
    // wait for each other there instead of here.
    private const int MaxInPool = 40;

    /// <param name="hasSessions">False behind a pooler.</param>
    public static NpgsqlConnectionStringBuilder Read(
        string connectionString,
        bool hasSessions,
        DatabasePatience patience
    )
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // No session keeps locks, temporary tables or settings of one use; cleaning up after none costs 0.2 ms at
            // every use of a connection.
            NoResetOnClose = true,
        };
        // Hand-written statements repeat: let the server keep their plans.
        if (hasSessions && connection.MaxAutoPrepare == 0)
            connection.MaxAutoPrepare = 200;
        if (!Names(connectionString, "Maximum Pool Size"))
            connection.MaxPoolSize = MaxInPool;
        if (!Names(connectionString, "Timeout"))
            // Also of waiting for a place in the pool. Whoever waits has been refused by then.
            connection.Timeout = (int)patience.WorkWithin.TotalSeconds;
        if (!Names(connectionString, "Tcp Keepalive"))
            // A connection into nowhere is noticed, and leaves its place in the pool.
            (connection.TcpKeepAlive, connection.TcpKeepAliveTime, connection.TcpKeepAliveInterval) = (true, 10, 5);
        UsePrimary(connection);
        return connection;
    }

    /// <summary>
    /// Settings of a connection outside any pool, for whoever stops waiting by themselves: Npgsql waits for a silent
    /// server even to tell it that nobody waits any more.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Alone(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            Timeout = 1,
            CommandTimeout = 0,
        };
        UsePrimary(connection);
        return connection;
    }

    /// <summary>Whether the operator has set it.</summary>
    public static bool Names(string connectionString, string setting) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey(setting);

    // Where several servers are named: the one that takes writes, also soon after another has become it.
    private static void UsePrimary(NpgsqlConnectionStringBuilder connection)
    {
        if (connection.Host?.Contains(',', StringComparison.Ordinal) != true)
            return;
        var given = connection.ConnectionString;
        if (!Names(given, "Target Session Attributes"))
            connection.TargetSessionAttributes = "primary";
        if (!Names(given, "Host Recheck Seconds"))
            connection.HostRecheckSeconds = 1;
    }
}
