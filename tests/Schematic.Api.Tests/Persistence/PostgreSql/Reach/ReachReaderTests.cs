using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.PostgreSql.Reach;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Reach;

public sealed class ReachReaderTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    // One column for each kind that a reader has a method for.
    private const string Select = """
        SELECT true AS "Boolean", 2::smallint AS "Int16", 3 AS "Int32", 4::bigint AS "Int64", 0.5::real AS "Float",
            0.25::float8 AS "Double", 1.5::numeric AS "Decimal", 'text' AS "String", now()::timestamp AS "DateTime",
            gen_random_uuid() AS "Guid", NULL::text AS "Null"
        """;

    [Fact]
    public async Task Shows_what_the_reader_inside_shows()
    {
        var address = Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString;
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand($"{Select}; SELECT 7");
        await using var inner = await command.ExecuteReaderAsync(Cancellation);
        await using var db = new PostgreSqlSchematicDb(
            new DbContextOptionsBuilder<PostgreSqlSchematicDb>().UseNpgsql(address).Options
        );
        await using var reader = new ReachReader(db, inner);

        Assert.True(await reader.ReadAsync(Cancellation));
        foreach (
            var property in typeof(DbDataReader).GetProperties().Where(static p => p.GetIndexParameters().Length == 0)
        )
            Assert.Equal(property.GetValue(inner), property.GetValue(reader));
        for (var column = 0; column < reader.FieldCount; column++)
            AssertSame(inner, reader, column);
        Assert.Equal("text", reader.GetFieldValue<string>(reader.GetOrdinal("String")));
        Assert.True(reader.IsDBNull(reader.GetOrdinal("Null")));
        Assert.False(await reader.ReadAsync(Cancellation));
        Assert.True(await reader.NextResultAsync(Cancellation));
        Assert.True(await reader.ReadAsync(Cancellation));
        Assert.Equal(7, reader.GetInt32(0));
    }

    private static void AssertSame(DbDataReader inner, DbDataReader reader, int column)
    {
        Assert.Equal(inner[column], reader[column]);
        var name = reader.GetName(column);
        Assert.Equal(inner[name], reader[name]);
        var ofColumn = typeof(DbDataReader)
            .GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(static method => method.GetParameters() is [{ ParameterType: { } type }] && type == typeof(int))
            .Where(method =>
                method.Name == $"Get{name}" || method.Name is "GetValue" or "GetFieldType" or "GetDataTypeName"
            );
        foreach (var method in ofColumn)
            Assert.Equal(method.Invoke(inner, [column]), method.Invoke(reader, [column]));
    }
}
