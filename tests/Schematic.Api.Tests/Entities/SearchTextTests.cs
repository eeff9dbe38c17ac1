using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Schematic.Api.Entities;
using Schematic.Api.Persistence.Sqlite;

namespace Schematic.Api.Tests.Entities;

public sealed class SearchTextTests
{
    // What the full-text index finds, a comparison of text must find, too: some pages are searched in one way and some
    // in the other.
    [Fact]
    public void No_character_is_another_one_to_the_full_text_index()
    {
        SqliteNative.EnsureLoaded();
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='trigram')");
        Execute(connection, "CREATE VIRTUAL TABLE tokens USING fts5vocab(texts, 'instance')");
        var documents = new Dictionary<long, string>();
        using (var transaction = connection.BeginTransaction())
        using (var insert = connection.CreateCommand())
        {
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO texts (rowid, text) VALUES (@rowid, @text)";
            var (rowid, text) = (
                insert.Parameters.Add("@rowid", SqliteType.Integer),
                insert.Parameters.Add("@text", SqliteType.Text)
            );
            for (var point = 1; point <= 0x10FFFF; point++)
            {
                if (
                    !Rune.IsValid(point)
                    || SearchText.Document([new Rune(point).ToString()]) is not { Length: > 0 } document
                )
                    continue;
                (rowid.Value, text.Value) = (point, document);
                insert.ExecuteNonQuery();
                documents[point] = document;
            }

            transaction.Commit();
        }

        using var tokens = connection.CreateCommand();
        tokens.CommandText = "SELECT doc, term FROM tokens";
        using var rows = tokens.ExecuteReader();
        var (seen, others) = (0, new List<string>());
        while (rows.Read())
        {
            seen++;
            if (rows.GetString(1) != documents[rows.GetInt64(0)])
                others.Add(string.Create(CultureInfo.InvariantCulture, $"U+{rows.GetInt64(0):X4}"));
        }

        Assert.Equal(documents.Count, seen);
        Assert.Empty(others);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
