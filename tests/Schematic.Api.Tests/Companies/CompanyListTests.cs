using System.Globalization;
using System.Net;
using System.Text.Json;
using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Companies;

/// <summary>
/// Pages, order, filters and search of <c>GET /companies</c> and its count; users are listed by the same code.
/// </summary>
public abstract class CompanyListTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task Companies_are_listed_newest_first_a_hundred_at_a_time_unless_it_is_said()
    {
        var (gateway, ids) = await FilledAsync(103);

        var all = await gateway.Companies.ListAsync(new CompaniesQuery { Limit = 250 }, Cancellation);
        var usual = await gateway.Companies.ListAsync(new CompaniesQuery(), Cancellation);

        Assert.Equal(Enumerable.Reverse(ids), all.Data.Select(static company => company.Id));
        Assert.Equal(100, usual.Data.Count);
        Assert.Equal(103, (await gateway.Companies.CountAsync(new CompaniesQuery(), Cancellation)).Data.Count);
    }

    [Fact]
    public async Task Params_tell_the_inputs_as_they_were_understood()
    {
        var answer = await SendAsync(
            "GET",
            "/companies?q=acme&ids[]=comp_a&ids[1]=comp_b&sort_order_column=name&nosuch=1"
        );

        var parameters = answer.Json.GetProperty("params");
        Assert.Equal(
            """{"ids":["comp_a","comp_b"],"limit":100,"offset":0,"q":"acme","sort_order_column":"name"}""",
            Sorted(parameters)
        );
    }

    [Theory]
    [InlineData("limit=251")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=1.5")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("limit=1&limit=2")]
    [InlineData("offset=-1")]
    [InlineData("offset=9223372036854775808")]
    [InlineData("sort_order_column=seq")]
    [InlineData("sort_order_column=name;DROP TABLE entities")]
    [InlineData("sort_order_direction=sideways")]
    [InlineData("sort_order_direction=ASC")]
    [InlineData("with_subscription=maybe")]
    [InlineData("subscription_statuses=nosuch")]
    [InlineData("q=%00")]
    [InlineData("q%00=1")]
    public async Task What_cannot_be_meant_is_refused_by_the_list_and_by_the_count(string query)
    {
        foreach (var path in new[] { "/companies", "/companies/count" })
        {
            var answer = await SendAsync("GET", $"{path}?{query}");

            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{path} {answer.Status} {answer.Text}");
            AssertSentence(answer.Error);
        }
    }

    [Fact]
    public async Task More_ids_or_letters_than_allowed_are_refused()
    {
        Assert.Equal(
            HttpStatusCode.OK,
            (await SendAsync("GET", $"/companies?ids={string.Join(',', Enumerable.Range(0, 100))}")).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await SendAsync("GET", $"/companies?ids={string.Join(',', Enumerable.Range(0, 101))}")).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", $"/companies?q={new string('q', 512)}")).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await SendAsync("GET", $"/companies?q={new string('q', 513)}")).Status
        );
    }

    [Theory]
    [InlineData("limit=0", 0)]
    [InlineData("limit=1", 1)]
    [InlineData("offset=9223372036854775807", 0)]
    [InlineData("limit=", 3)]
    [InlineData("q=", 3)]
    [InlineData("q=%20%20", 3)]
    [InlineData("ids=", 3)]
    public async Task The_edges_of_what_can_be_meant_are_answered(string query, int count)
    {
        var environment = await NewEnvironmentAsync();
        await FillAsync(Server.Gateway(Keys.Console, environment.Id), 3);

        var answer = await SendAsync("GET", $"/companies?{query}", apiKey: Keys.Console, environmentId: environment.Id);

        Assert.Equal(count, answer.Data.GetArrayLength());
    }

    [Theory]
    [InlineData("ids={0}&ids={1}")]
    [InlineData("ids[]={0}&ids[]={1}")]
    [InlineData("ids[0]={0}&ids[1]={1}")]
    [InlineData("ids={0},{1}")]
    [InlineData("ids={0},{1},comp_nobody&ids[]={1}")]
    public async Task Ids_come_in_every_form_that_clients_send(string form)
    {
        var ids = await FillAsync(Production, 3);
        var query = string.Format(CultureInfo.InvariantCulture, form, ids[0], ids[2]);

        Assert.Equal(
            [ids[2], ids[0]],
            (await SendAsync("GET", $"/companies?{query}"))
                .Data.EnumerateArray()
                .Select(static company => company.GetProperty("id").GetString())
        );
        Assert.Equal(2, (await SendAsync("GET", $"/companies/count?{query}")).Data.GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData(null, SortDirection.Asc)]
    [InlineData(null, SortDirection.Desc)]
    [InlineData("created_at", SortDirection.Asc)]
    [InlineData("created_at", SortDirection.Desc)]
    [InlineData("last_seen_at", SortDirection.Asc)]
    [InlineData("last_seen_at", SortDirection.Desc)]
    [InlineData("name", SortDirection.Asc)]
    [InlineData("name", SortDirection.Desc)]
    [InlineData("updated_at", SortDirection.Asc)]
    [InlineData("updated_at", SortDirection.Desc)]
    public async Task Every_order_has_its_reverse_and_its_pages_cover_all_rows_once(
        string? column,
        SortDirection direction
    )
    {
        var gateway = await EmptyEnvironmentAsync();
        var lastSeen = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        // Names and times in threes that are equal: ties.
        for (var i = 0; i < 12; i++)
        {
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = Key(Unique("k")),
                    Name = $"{(i % 2 == 0 ? "Name" : "name")} {(char)('d' - (i / 3))}",
                    LastSeenAt = lastSeen.AddDays(i * 7 % 4),
                },
                Cancellation
            );
        }

        async Task<List<CompanyDetailResponseData>> PagesAsync(SortDirection way)
        {
            var rows = new List<CompanyDetailResponseData>();
            for (var offset = 0; offset < 15; offset += 5)
                rows.AddRange(
                    (
                        await gateway.Companies.ListAsync(
                            new CompaniesQuery
                            {
                                SortOrderColumn = column,
                                SortOrderDirection = way,
                                Limit = 5,
                                Offset = offset,
                            },
                            Cancellation
                        )
                    ).Data
                );
            return rows;
        }

        var there = await PagesAsync(direction);
        var back = await PagesAsync(direction == SortDirection.Asc ? SortDirection.Desc : SortDirection.Asc);

        Assert.Equal(12, there.Select(static company => company.Id).Distinct().Count());
        Assert.Equal(there.Select(static company => company.Id), back.Select(static company => company.Id).Reverse());
        var values = there
            .Select(company =>
                column switch
                {
                    "name" => company.Name.ToLowerInvariant(),
                    "last_seen_at" => WireTime.ToWire(company.LastSeenAt!.Value),
                    "updated_at" => WireTime.ToWire(company.UpdatedAt),
                    _ => WireTime.ToWire(company.CreatedAt),
                }
            )
            .ToList();
        Assert.Equal(
            direction == SortDirection.Asc
                ? values.Order(StringComparer.Ordinal)
                : values.OrderDescending(StringComparer.Ordinal),
            values
        );
    }

    [Fact]
    public async Task Filters_by_what_no_company_can_have_yet_find_none_and_their_opposites_all()
    {
        var environment = await NewEnvironmentAsync();
        await FillAsync(Server.Gateway(Keys.Console, environment.Id), 2);
        var queries = new Dictionary<string, int>
        {
            ["plan_id=plan_x"] = 0,
            ["plan_ids=plan_x"] = 0,
            ["plan_version_id=plvr_x"] = 0,
            ["credit_type_ids=bilcr_x"] = 0,
            ["with_entitlement_for=feat_x"] = 0,
            ["with_subscription=true"] = 0,
            ["subscription_statuses=active"] = 0,
            ["has_scheduled_downgrade=true"] = 0,
            ["monetized_subscriptions=true"] = 0,
            ["without_plan=true"] = 2,
            ["without_subscription=true"] = 2,
            ["without_feature_override_for=feat_x"] = 2,
            ["with_subscription=false"] = 2,
            ["has_scheduled_downgrade=false"] = 2,
        };

        foreach (var (query, count) in queries)
        {
            Assert.Equal(
                count,
                (
                    await SendAsync("GET", $"/companies?{query}", apiKey: Keys.Console, environmentId: environment.Id)
                ).Data.GetArrayLength()
            );
            Assert.Equal(
                count,
                (
                    await SendAsync(
                        "GET",
                        $"/companies/count?{query}",
                        apiKey: Keys.Console,
                        environmentId: environment.Id
                    )
                )
                    .Data.GetProperty("count")
                    .GetInt32()
            );
        }
    }

    protected static Dictionary<string, string> Key(string value) => new() { ["domain"] = value };

    protected async Task<(SchematicGateway Gateway, List<string> Ids)> FilledAsync(int companies)
    {
        var gateway = await EmptyEnvironmentAsync();
        return (gateway, await FillAsync(gateway, companies));
    }

    private static async Task<List<string>> FillAsync(SchematicGateway gateway, int companies)
    {
        var ids = new List<string>();
        for (var i = 0; i < companies; i++)
            ids.Add(
                (
                    await gateway.Companies.UpsertAsync(
                        new UpsertCompanyRequestBody { Keys = Key(Unique("k")) },
                        Cancellation
                    )
                )
                    .Data
                    .Id
            );
        return ids;
    }

    private static string Sorted(JsonElement members) =>
        $"{{{string.Join(',', members.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal).Select(static member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";
}

public sealed class CompanyListTestsOnSqlite(SqliteApi api) : CompanyListTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyListTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyListTests(api),
        IClassFixture<PostgreSqlApi>
{
    // The statements of SQLite are the same ones.
    [Theory]
    [InlineData("/companies?limit=1")]
    [InlineData("/companies?limit=100")]
    [InlineData("/companies?limit=100&q=dom&sort_order_column=name")]
    [InlineData("/users?limit=1")]
    [InlineData("/users?limit=100")]
    [InlineData("/users?limit=100&q=user")]
    [InlineData("/company-memberships?limit=100")]
    public async Task A_list_takes_at_most_ten_statements_whatever_the_size_of_its_page(string path)
    {
        var (gateway, _) = await FilledAsync(1);
        for (var i = 0; i < 30; i++)
        {
            var user = new UpsertUserRequestBody
            {
                Keys = new Dictionary<string, string> { ["user_id"] = Unique("user"), ["email"] = Unique("user") },
                Company = Key(Unique("dom")),
                Traits = new Dictionary<string, JsonElement>
                {
                    ["a"] = JsonElement.Parse("1"),
                    ["b"] = JsonElement.Parse("true"),
                },
            };
            await gateway.Users.UpsertAsync(user, Cancellation);
        }

        var environmentId = (await gateway.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId;
        // Flags and plans are read once, and held.
        await SendAsync("GET", path, apiKey: Keys.Console, environmentId: environmentId);
        using var statements = new StatementCounter();

        var answer = await SendAsync("GET", path, apiKey: Keys.Console, environmentId: environmentId);

        Assert.True(answer.Data.GetArrayLength() is 1 or >= 30);
        Assert.InRange(statements.Count, 1, 10);
    }
}
