using Microsoft.Data.Sqlite;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Persistence.Sqlite;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Tests.Persistence.Sql;

public sealed class SqlTextTests
{
    [Fact]
    public void A_hole_becomes_a_parameter_whatever_is_put_in()
    {
        var (text, values) = Command(new SqlText($"SELECT * FROM t WHERE a = {"x' OR 1 = 1 --"} AND b = {7}"));

        Assert.Equal("SELECT * FROM t WHERE a = @p0 AND b = @p1", text);
        Assert.Equal(["x' OR 1 = 1 --", 7], values);
    }

    [Fact]
    public void A_list_becomes_a_row_of_parameters_and_bytes_one_parameter()
    {
        byte[] bytes = [1, 2];
        var (text, values) = Command(new SqlText($"a IN {new[] { "x", "y" }} AND b = {bytes}"));

        Assert.Equal("a IN (@p0, @p1) AND b = @p2", text);
        Assert.Equal(["x", "y", bytes], values);
    }

    [Fact]
    public void A_literal_goes_in_as_it_is()
    {
        var (text, values) = Command(new SqlText($"ORDER BY {new SqlLiteral("seq DESC")}"));

        Assert.Equal("ORDER BY seq DESC", text);
        Assert.Empty(values);
    }

    // Ten parameters and more: @p1 is the beginning of @p10.
    [Fact]
    public void A_text_inside_of_another_numbers_its_parameters_anew()
    {
        var inner = new SqlText($"x IN {Enumerable.Range(0, 12)}");
        var (text, values) = Command(new SqlText($"a = {"first"} AND {inner} AND b = {"last"} AND {inner}"));

        Assert.Equal($"a = @p0 AND x IN ({Names(1, 12)}) AND b = @p13 AND x IN ({Names(14, 12)})", text);
        Assert.Equal(
            ["first", .. Enumerable.Range(0, 12).Cast<object>(), "last", .. Enumerable.Range(0, 12).Cast<object>()],
            values
        );
    }

    [Fact]
    public void An_enum_is_its_number_and_null_is_null()
    {
        string? nothing = null;
        var (_, values) = Command(new SqlText($"{EntityType.User} {nothing}"));

        Assert.Equal([(int)EntityType.User, DBNull.Value], values);
    }

    [Fact]
    public void A_page_ends_the_statement()
    {
        var page = new CompaniesQuery { Limit = 20, Offset = 40 };
        var (text, values) = Command(new SqlText($"SELECT seq FROM entities").Page(page));

        Assert.Equal("SELECT seq FROM entities LIMIT @p0 OFFSET @p1", text);
        Assert.Equal(["20", "40"], values.Select(static value => $"{value}"));
    }

    [Fact]
    public void A_command_that_is_used_again_has_the_new_parameters_alone()
    {
        SqliteNative.EnsureLoaded();
        using var command = new SqliteCommand();
        new SqlText($"{1} {2}").ApplyTo(command, SqlDialect.Sqlite);
        new SqlText($"{3}").ApplyTo(command, SqlDialect.Sqlite);

        Assert.Equal("@p0", command.CommandText);
        Assert.Equal(3, Assert.Single(command.Parameters.Cast<SqliteParameter>()).Value);
    }

    private static string Names(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(static i => $"@p{i}"));

    private static (string Text, List<object?> Values) Command(SqlText sql)
    {
        SqliteNative.EnsureLoaded();
        using var command = new SqliteCommand();
        sql.ApplyTo(command, SqlDialect.Sqlite);
        return (command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(static p => p.Value)]);
    }
}
