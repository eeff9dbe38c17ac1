using Microsoft.Data.Sqlite;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Tests.Persistence.Sql;

public sealed class SqliteDialectTests : IDisposable
{
    private static readonly SqlLiteral Table = new("t");
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteStatements _statements;

    public SqliteDialectTests()
    {
        _connection.Open();
        _statements = new SqliteStatements(_connection);
        _statements.Run(new SqlText($"CREATE TABLE t (seq INTEGER PRIMARY KEY, name TEXT, value INTEGER)"));
    }

    [Fact]
    public void Rows_are_inserted_updated_and_deleted_each_by_the_same_text()
    {
        Run(SqlDialect.Sqlite.Insert(Table, Rows((1, "a", 10), (2, "b", null), (3, "c", 30))));
        Run(SqlDialect.Sqlite.Update(Table, Rows((1, "A", 11), (2, null, 22))));
        var gone = new SqlRows("seq", "name");
        gone.Add(1, "not its name");
        gone.Add(3, "c");
        Run(SqlDialect.Sqlite.Delete(Table, gone));

        Assert.Equal(["1 A 11", "2 - 22"], Stored());
    }

    [Fact]
    public void A_conflict_is_handled_for_each_row()
    {
        Run(SqlDialect.Sqlite.Insert(Table, Rows((1, "a", 10))));
        Run(
            SqlDialect.Sqlite.Insert(
                Table,
                Rows((1, "z", 5), (2, "b", 20)),
                "ON CONFLICT (seq) DO UPDATE SET value = t.value + excluded.value"
            )
        );

        Assert.Equal(["1 a 15", "2 b 20"], Stored());
    }

    [Fact]
    public void Members_of_an_enum_are_numbers_in_every_row()
    {
        var rows = new SqlRows("name", "value");
        rows.Add("a", DayOfWeek.Monday);
        rows.Add("b", DayOfWeek.Saturday);

        Run(SqlDialect.Sqlite.Insert(Table, rows));

        Assert.Equal(["1 a 1", "2 b 6"], Stored());
    }

    [Fact]
    public void No_rows_are_no_statement() => Assert.Empty(SqlDialect.Sqlite.Insert(Table, Rows()));

    [Fact]
    public void A_table_of_values_keeps_their_order_and_types()
    {
        var read = new List<string>();

        _statements.Run(
            new SqlText(
                $"SELECT coalesce(u.name, '-') || u.seq FROM {SqlDialect.Sqlite.Table(Rows((2, "b", 1), (1, null, 2)))}"
            ),
            row => read.Add(row.Text(0))
        );

        Assert.Equal(["b2", "-1"], read);
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    private static SqlRows Rows(params IEnumerable<(int Seq, string? Name, int? Value)> values)
    {
        var rows = new SqlRows("seq", "name", "value");
        foreach (var (seq, name, value) in values)
            rows.Add(seq, name, value);
        return rows;
    }

    private void Run(IEnumerable<SqlText> statements)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            texts.Add(statement.ToString());
            _statements.Run(statement);
        }

        Assert.Single(texts);
    }

    private List<string> Stored()
    {
        var read = new List<string>();
        _statements.Run(
            new SqlText($"SELECT seq || ' ' || coalesce(name, '-') || ' ' || coalesce(value, '-') FROM t ORDER BY seq"),
            row => read.Add(row.Text(0))
        );
        return read;
    }
}
