using Microsoft.Data.Sqlite;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Tests.Persistence.Sql;

public sealed class SqliteStatementsTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteStatements _statements;

    public SqliteStatementsTests()
    {
        _connection.Open();
        _statements = new SqliteStatements(_connection);
        _statements.Run(new SqlText($"CREATE TABLE t (seq INTEGER PRIMARY KEY, value ANY UNIQUE)"));
    }

    public static TheoryData<object?, string> Values() =>
        new()
        {
            { null, "null" },
            { "", "text" },
            { "Grüße, \U0001F600 'x' \0 y", "text" },
            { 7, "integer" },
            { long.MinValue, "integer" },
            { (short)3, "integer" },
            { true, "integer" },
            { 1.5, "real" },
            { Array.Empty<byte>(), "blob" },
            { new byte[] { 0, 255 }, "blob" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void What_is_stored_is_what_a_command_reads(object? value, string type)
    {
        _statements.Run(new SqlText($"INSERT INTO t (seq, value) VALUES ({1}, {value})"));

        using var command = new SqliteCommand("SELECT typeof(value), value = $v OR $v IS NULL FROM t", _connection);
        command.Parameters.AddWithValue("$v", value ?? DBNull.Value);
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        Assert.Equal((type, true), (row.GetString(0), row.GetBoolean(1)));
    }

    [Fact]
    public void A_time_is_stored_in_microseconds_and_read_back()
    {
        var at = new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.Zero).AddMicroseconds(1);
        var read = new List<DateTimeOffset>();

        _statements.Run(
            new SqlText($"INSERT INTO t (value) VALUES ({at}) RETURNING value"),
            row => read.Add(row.Time(0))
        );

        Assert.Equal([at], read);
    }

    [Fact]
    public void Each_statement_of_a_text_takes_its_own_values()
    {
        var read = new List<string>();
        var sql = new SqlText(
            $"""
            INSERT INTO t (seq, value) VALUES ({1}, {"a"}), ({2}, {"b"});
            DELETE FROM t WHERE seq = {1};
            SELECT value FROM t WHERE value <> {"c"}
            """
        );

        _statements.Run(sql, row => read.Add(row.Text(0)));
        _statements.Run(new SqlText($"DELETE FROM t"));
        _statements.Run(sql, row => read.Add(row.Text(0)));

        Assert.Equal(["b", "b"], read);
    }

    [Fact]
    public void What_fails_says_why_and_can_run_again()
    {
        Insert(1);

        var failure = Assert.Throws<SqliteException>(() => Insert(1));
        Insert(2);

        Assert.Equal((19, 2067), (failure.SqliteErrorCode, failure.SqliteExtendedErrorCode));
        Assert.Contains("UNIQUE constraint failed: t.value", failure.Message, StringComparison.Ordinal);
        Assert.Equal(
            1,
            Assert.Throws<SqliteException>(() => _statements.Run(new SqlText($"nonsense"))).SqliteErrorCode
        );
    }

    [Fact]
    public void More_texts_than_are_kept_all_run()
    {
        for (var i = 0; i < 600; i++)
            _statements.Run(new SqlText($"INSERT INTO t (value) VALUES ({i}) /* {new SqlLiteral($"{i}")} */"));

        var count = 0L;
        _statements.Run(new SqlText($"SELECT count(*) FROM t"), row => count = row.Number(0));
        Assert.Equal(600, count);
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Insert(int value) => _statements.Run(new SqlText($"INSERT INTO t (value) VALUES ({value})"));
}
