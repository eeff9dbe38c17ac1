using Microsoft.EntityFrameworkCore.Migrations;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// Statistics for the tables that grow, written instead of gathered: nobody runs ANALYZE, and without statistics SQLite
/// takes ten rows for what an environment holds. A look-up then read every company of the environment.
/// </summary>
internal static class PlannerStatistics
{
    // Rows of the table, then rows that are equal in the first column of the index, in the first two, and so on: of a
    // store of a million companies and users in two environments.
    private static readonly (string Table, string Index, string Rows)[] Indexes =
    [
        ("entities", "ix_entities_id", "1000000 1"),
        ("entities", "ix_entities_environment_seq_entity_type_seq", "1000000 500000 250000 1"),
        ("entities", "ix_entities_environment_seq_entity_type_sort_name_seq", "1000000 500000 250000 2 1"),
        ("entities", "ix_entities_environment_seq_entity_type_last_seen_at_seq", "1000000 500000 250000 2 1"),
        ("entities", "ix_entities_environment_seq_entity_type_updated_at_seq", "1000000 500000 250000 2 1"),
        ("entity_keys", "sqlite_autoindex_entity_keys_1", "2000000 2 1"),
        ("entity_keys", "ix_entity_keys_definition_seq_environment_seq_value_hash", "2000000 1000000 500000 1"),
        ("company_memberships", "ix_company_memberships_id", "1000000 1"),
        ("company_memberships", "ix_company_memberships_company_seq_user_seq", "1000000 10 1"),
        ("company_memberships", "ix_company_memberships_user_seq", "1000000 2"),
        ("company_memberships", "ix_company_memberships_environment_seq_seq", "1000000 500000 1"),
        ("events", "ix_events_environment_seq_captured_at_id", "10000000 5000000 2 1"),
        ("events", "ix_events_environment_seq_company_id_captured_at_id", "10000000 5000000 1000 2 1"),
        ("events", "ix_events_environment_seq_user_id_captured_at_id", "10000000 5000000 1000 2 1"),
        ("events", "ix_events_environment_seq_flag_id_captured_at_id", "1000000 500000 10000 2 1"),
        ("events", "ix_events_environment_seq_event_subtype_captured_at_id", "10000000 5000000 1000000 2 1"),
        ("events", "ix_events_environment_seq_idempotency_key_captured_at_id", "1000000 500000 2 1 1"),
        ("events", "ix_events_environment_seq_status_captured_at_id", "10000 5000 5000 2 1"),
        ("idempotency_keys", "sqlite_autoindex_idempotency_keys_1", "1000000 500000 250000 1"),
        ("idempotency_keys", "ix_idempotency_keys_seen_at", "1000000 2"),
        ("usage", "sqlite_autoindex_usage_1", "10000000 5000000 1000 500 100 1 1"),
        ("usage", "ix_usage_environment_seq_event_subtype_company_seq", "1000000 500000 100000 1"),
        ("usage", "ix_usage_environment_seq_event_subtype_starts_at_company_seq", "10000000 5000000 1000000 10000 1"),
    ];

    public static void Create(MigrationBuilder migrationBuilder)
    {
        var rows = string.Join(
            ", ",
            Indexes.Select(static index => $"('{index.Table}', '{index.Index}', '{index.Rows}')")
        );
        // The first makes the table, the second lets this connection read it.
        migrationBuilder.Sql("ANALYZE sqlite_schema");
        migrationBuilder.Sql($"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES {rows}");
        migrationBuilder.Sql("ANALYZE sqlite_schema");
    }
}
