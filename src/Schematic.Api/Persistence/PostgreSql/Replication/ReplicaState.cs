using System.Data.Common;
using NpgsqlTypes;

namespace Schematic.Api.Persistence.PostgreSql.Replication;

/// <summary>State of the server that should be a replica, in its own words.</summary>
/// <param name="Database">The cluster's identifier and the database's name, which a replica shares.</param>
/// <param name="Timeline">
/// Raised whenever a replica becomes the primary; positions of different timelines say nothing of each other. A replica
/// may answer with an earlier one for a while.
/// </param>
/// <param name="Position">How far the replica has replayed the log; null of a primary.</param>
internal sealed record ReplicaState(string Database, int Timeline, NpgsqlLogSequenceNumber? Position)
{
    public const string DatabaseSql =
        "(SELECT system_identifier FROM pg_control_system())::text || '/' || current_database()";

    public const string Select = $"""
        SELECT {DatabaseSql},
            GREATEST(
                (SELECT timeline_id FROM pg_control_checkpoint()),
                (SELECT min_recovery_end_timeline FROM pg_control_recovery())
            ),
            CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() END
        """;

    public static ReplicaState Read(DbDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<NpgsqlLogSequenceNumber>(2));
}
