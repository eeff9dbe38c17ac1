using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Schematic.Api.Persistence;

/// <summary>
/// Settings of each reading connection. Readers never checkpoint the write-ahead log: that is left to the one writer, so
/// that a reader never waits for the disk on behalf of others.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16384; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
