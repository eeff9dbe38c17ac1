using Microsoft.EntityFrameworkCore.Migrations;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// Parts of the first migration that the model cannot say: the trigram index behind <c>q</c>, kept by triggers, and
/// what the planner should expect. Called by it.
/// </summary>
internal static class SearchIndex
{
    public static void Create(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE VIRTUAL TABLE entity_search_fts USING fts5(text, content='entity_search', content_rowid='entity_seq', tokenize='trigram');
            CREATE TRIGGER entity_search_inserted AFTER INSERT ON entity_search BEGIN
                INSERT INTO entity_search_fts (rowid, text) VALUES (new.entity_seq, new.text);
            END;
            CREATE TRIGGER entity_search_deleted AFTER DELETE ON entity_search BEGIN
                INSERT INTO entity_search_fts (entity_search_fts, rowid, text) VALUES ('delete', old.entity_seq, old.text);
            END;
            CREATE TRIGGER entity_search_updated AFTER UPDATE OF text ON entity_search BEGIN
                INSERT INTO entity_search_fts (entity_search_fts, rowid, text) VALUES ('delete', old.entity_seq, old.text);
                INSERT INTO entity_search_fts (rowid, text) VALUES (new.entity_seq, new.text);
            END;
            """
        );
        PlannerStatistics.Create(migrationBuilder);
    }

    public static void Drop(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE entity_search_fts");
}
