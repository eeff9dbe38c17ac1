using Microsoft.EntityFrameworkCore.Migrations;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// Parts of the first migration that the model cannot say: the trigram index behind <c>q</c>, and when entities are
/// vacuumed. Called by it.
/// </summary>
internal static class SearchIndex
{
    public static void Create(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            CREATE INDEX ix_entity_search_text ON entity_search USING gin (text gin_trgm_ops);
            -- Deep pages are read from an index alone, which works only where a vacuum has been: 20 % of a million changed rows are too many to wait for.
            ALTER TABLE entities SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);
            """
        );

    /// <summary>The index goes with its table; the extension may be somebody else's by now.</summary>
    public static void Drop(MigrationBuilder migrationBuilder) { }
}
