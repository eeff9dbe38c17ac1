using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Schematic.Api.Persistence;

/// <summary>Tells failures of the database itself from those of what was asked of it.</summary>
internal static class DatabaseFailure
{
    // SQLITE_BUSY, SQLITE_LOCKED: somebody else writes and does not end. SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL,
    // SQLITE_CANTOPEN: the disk is full, gone or not to be written.
    private static readonly int[] SqliteErrors = [5, 6, 8, 10, SqliteFull, 14];

    // SQLITE_FULL
    private const int SqliteFull = 13;

    /// <summary>Whether there is no room left for what was to be stored.</summary>
    public static bool IsDiskFull(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DiskFull }
        || failure is SqliteException { SqliteErrorCode: SqliteFull }
        || (failure.InnerException is { } inner && IsDiskFull(inner));

    /// <summary>Whether the database cannot be reached or cannot store anything right now.</summary>
    public static bool IsOutOfReach(Exception failure) =>
        failure
            is LostDatabaseException
                or NpgsqlException { IsTransient: true }
                // "No suitable host was found": none of several takes writes, until one is promoted.
                or (NpgsqlException and not (PostgresException or NpgsqlOperationInProgressException))
                or DbException { InnerException: SocketException or IOException or TimeoutException }
        || (failure is SqliteException sqlite && SqliteErrors.Contains(sqlite.SqliteErrorCode))
        || (failure.InnerException is { } inner && IsOutOfReach(inner));
}
