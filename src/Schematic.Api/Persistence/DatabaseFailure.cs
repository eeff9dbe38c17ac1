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
    private static readonly int[] SqliteErrors = [5, 6, 8, 10, 13, 14];

    /// <summary>Whether the database cannot be reached or cannot store anything right now.</summary>
    public static bool IsOutOfReach(Exception failure) =>
        failure
            is NpgsqlException { IsTransient: true }
                or DbException { InnerException: SocketException or IOException or TimeoutException }
        || (failure is SqliteException sqlite && SqliteErrors.Contains(sqlite.SqliteErrorCode))
        || (failure.InnerException is { } inner && IsOutOfReach(inner));
}
