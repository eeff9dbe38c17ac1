using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

public abstract class EntityReaderTests(ApiFixture api) : ApiTopic(api)
{
    private readonly string _mark = Unique("mark");

    [Fact]
    public async Task They_come_in_the_order_asked_for_without_those_that_are_gone()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add(await NewCompanyAsync($"{_mark}-{i}"));
        await using var db = await OpenAsync("Production");
        var rows = await EntityReader.RowsAsync(db, ids, Cancellation);
        long[] asked = [rows[ids[2]].Seq, long.MaxValue, rows[ids[0]].Seq];

        var read = await EntityReader.DetailsAsync(db, asked, Cancellation);

        Assert.Equal([ids[2], ids[0]], read.Select(static detail => detail.Id));
        Assert.Empty(await EntityReader.DetailsAsync(db, [], Cancellation));
    }

    [Fact]
    public async Task Each_has_its_own_keys_and_traits_and_the_number_of_its_users()
    {
        var first = await NewCompanyAsync($"{_mark}-1", "gold");
        var second = await NewCompanyAsync($"{_mark}-2");
        await Production.Users.UpsertAsync(
            new UpsertUserRequestBody
            {
                Keys = new Dictionary<string, string> { ["email"] = _mark },
                CompanyIds = [first],
            },
            Cancellation
        );
        await using var db = await OpenAsync("Production");
        var rows = await EntityReader.RowsAsync(db, [first, second], Cancellation);

        var read = await EntityReader.DetailsAsync(db, [rows[first].Seq, rows[second].Seq], Cancellation);

        Assert.Equal([$"{_mark}-1", $"{_mark}-2"], read.Select(static detail => detail.Keys["domain"].Value));
        Assert.Equal("gold", Assert.Single(read[0].Traits.Values).Value);
        Assert.Empty(read[1].Traits);
        Assert.Equal([1, 0], read.Select(static detail => detail.UserCount));
    }

    // A page of hundreds shares a handful of definitions.
    [Fact]
    public async Task A_definition_that_several_share_is_one_object()
    {
        var (first, second) = (await NewCompanyAsync($"{_mark}-1", "a"), await NewCompanyAsync($"{_mark}-2", "b"));
        await using var db = await OpenAsync("Production");
        var rows = await EntityReader.RowsAsync(db, [first, second], Cancellation);

        var read = await EntityReader.DetailsAsync(db, [rows[first].Seq, rows[second].Seq], Cancellation);

        Assert.Same(read[0].Keys["domain"].Definition, read[1].Keys["domain"].Definition);
        Assert.Same(read[0].Traits.Values.Single().Definition, read[1].Traits.Values.Single().Definition);
    }

    [Fact]
    public async Task Rows_are_companies_and_users_of_the_environment_alone()
    {
        var company = await NewCompanyAsync(_mark);
        var user = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = new Dictionary<string, string> { ["email"] = _mark } },
                Cancellation
            )
        )
            .Data
            .Id;

        await using (var db = await OpenAsync("Production"))
        {
            var rows = await EntityReader.RowsAsync(db, [company, user, "comp_none"], Cancellation);
            Assert.Equal(2, rows.Count);
            Assert.Equal((EntityType.Company, EntityType.User), (rows[company].EntityType, rows[user].EntityType));
        }

        await using (var db = await OpenAsync("Staging"))
            Assert.Empty(await EntityReader.RowsAsync(db, [company, user], Cancellation));
    }

    private async Task<string> NewCompanyAsync(string domain, string? plan = null) => (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = domain },
                    Traits = plan is null
                        ? null
                        : new Dictionary<string, System.Text.Json.JsonElement>
                        {
                            ["plan"] = System.Text.Json.JsonElement.Parse($"\"{plan}\""),
                        },
                },
                Cancellation
            )
        ).Data.Id;

    private async Task<SchematicDb> OpenAsync(string environment)
    {
        var database = Server.Services.GetRequiredService<IDatabase>();
        await using var db = database.OpenAccount();
        return database.Open((await db.Environments.SingleAsync(row => row.Name == environment, Cancellation)).Seq);
    }
}

public sealed class EntityReaderTestsOnSqlite(SqliteApi api) : EntityReaderTests(api), IClassFixture<SqliteApi>;

public sealed class EntityReaderTestsOnPostgreSql(PostgreSqlApi api)
    : EntityReaderTests(api),
        IClassFixture<PostgreSqlApi>;
