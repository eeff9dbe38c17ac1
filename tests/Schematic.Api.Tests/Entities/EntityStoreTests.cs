using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Entities;

/// <summary>
/// Every combination of order, search and page over thousands of rows, held against a list sorted and searched in
/// memory: however the rows are found, the answer is that of the simple statement.
/// </summary>
public abstract class EntityStoreTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly string[] Columns = ["seq", "sort_name", "last_seen_at", "updated_at"];
    private static readonly string[] Directions = ["ASC", "DESC"];

    private static readonly string?[] Searches =
    [
        null,
        "",
        "everywhere",
        "sometimes",
        "sometimes everywhere",
        "seldom",
        "rarest",
        "nowhere",
        "elsewhere",
        "late",
        "early",
        "e",
        "ev",
        "z",
        "name 3",
        "100%",
        "%",
        "_",
        "under_score",
        "back\\slash",
        "\"quoted\"",
        "o'brien",
        "everywhere OR nowhere",
        "every*",
        "ΝΊΚΟΣ",
        "σ",
        "ſometimes",
    ];

    [Fact]
    public async Task Every_page_of_every_search_in_every_order_is_what_a_plain_sort_gives()
    {
        var world = await CreateWorldAsync();
        var pages = 0;
        foreach (var (environment, type) in world.Scopes)
        {
            await using var db = world.Database.Open(environment);
            foreach (var q in Searches)
            {
                var filter = new EntityFilter(type, q);
                var matching = world.Matching(environment, type, q);
                Assert.Equal(matching.Count, await EntityStore.CountAsync(db, filter, Cancellation));
                foreach (var sort in Sorts(type))
                {
                    var sorted = SearchWorld.Sorted(matching, sort);
                    foreach (var page in Pages(matching.Count))
                    {
                        var expected = sorted
                            .Skip((int)Math.Min(page.Offset!.Value, int.MaxValue))
                            .Take(page.Limit!.Value);
                        var actual = await EntityStore.PageAsync(db, filter, sort, page, Cancellation);
                        Assert.True(
                            expected.SequenceEqual(actual),
                            $"{type} {q} {sort} {page.Limit} {page.Offset}: {string.Join(',', actual)}"
                        );
                        pages++;
                    }
                }
            }
        }

        Assert.True(pages > 2000);
    }

    [Fact]
    public async Task A_search_among_named_ids_or_the_users_of_a_company_is_what_a_plain_sort_gives()
    {
        var world = await CreateWorldAsync();
        await using var db = world.Database.Open(world.Large);
        var users = world.Matching(world.Large, EntityType.User, "sometimes");
        var page = new CompaniesQuery { Limit = 20, Offset = 5 };

        foreach (var sort in Sorts(EntityType.User))
        {
            var members = users.Where(static row => row.IsMember).ToList();
            Assert.Equal(
                SearchWorld.Sorted(members, sort).Skip(5).Take(20),
                await EntityStore.PageAsync(
                    db,
                    new EntityFilter(EntityType.User, "sometimes", MemberOfCompanyId: world.CompanyId),
                    sort,
                    page,
                    Cancellation
                )
            );
            var named = users.Where(static row => row.Number % 3 == 0).Take(60).ToList();
            Assert.Equal(
                SearchWorld.Sorted(named, sort).Skip(5).Take(20),
                await EntityStore.PageAsync(
                    db,
                    new EntityFilter(
                        EntityType.User,
                        "sometimes",
                        Ids: [.. named.Select(static row => row.Row.Id), "user_none"]
                    ),
                    sort,
                    page,
                    Cancellation
                )
            );
        }
    }

    [Fact]
    public async Task A_filter_that_nothing_passes_finds_and_counts_nothing()
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().Open(1);
        var filter = new EntityFilter(EntityType.Company, Nothing: true);

        Assert.Empty(
            await EntityStore.PageAsync(
                db,
                filter,
                EntitySort.NewestFirst,
                new CompaniesQuery { Limit = 9, Offset = 0 },
                Cancellation
            )
        );
        Assert.Equal(0, await EntityStore.CountAsync(db, filter, Cancellation));
    }

    private protected async Task<SearchWorld> CreateWorldAsync() =>
        await SearchWorld.CreateAsync(
            Server,
            (await NewEnvironmentAsync()).Id,
            (await NewEnvironmentAsync()).Id,
            Cancellation
        );

    private protected static IEnumerable<EntitySort> Sorts(EntityType type) =>
        from column in Columns
        from direction in Directions
        where type == EntityType.Company || column is "seq" or "sort_name"
        select new EntitySort(column, direction);

    // The last page is short; one begins where a walk ends.
    private protected static IEnumerable<Page> Pages(int rows) =>
        from offset in (
            (long[])[0, 7, 490, rows / 2, Math.Max(0, (rows - 1) / 50 * 50), rows, long.MaxValue]
        ).Distinct()
        from limit in (int[])(offset == 0 ? [0, 1, 50, 250] : [50])
        select new CompaniesQuery { Limit = limit, Offset = offset };
}

public sealed class EntityStoreTestsOnSqlite(SqliteApi api) : EntityStoreTests(api), IClassFixture<SqliteApi>;

public sealed class EntityStoreTestsOnPostgreSql(PostgreSqlApi api)
    : EntityStoreTests(api),
        IClassFixture<PostgreSqlApi>
{
    // A walk; two walks; two walks and the index; for users, whose list needs a statement more, a walk and the index.
    [Theory]
    [InlineData("/companies?limit=50&q=everywhere&sort_order_column=name", 7)]
    [InlineData("/companies?limit=50&q=seldom&sort_order_column=created_at&sort_order_direction=asc", 8)]
    [InlineData("/companies?limit=50&offset=7&q=early&sort_order_column=created_at&sort_order_direction=asc", 9)]
    [InlineData("/users?limit=50&offset=7&q=early", 6)]
    [InlineData("/companies?limit=50&offset=200000", 2)]
    public async Task A_list_takes_at_most_nine_statements_whichever_way_its_page_is_found(string path, int expected)
    {
        var environmentId = (await NewEnvironmentAsync()).Id;
        await SearchWorld.CreateAsync(Server, environmentId, (await NewEnvironmentAsync()).Id, Cancellation);
        await SendAsync("GET", "/companies?limit=1", apiKey: Keys.Console, environmentId: environmentId);
        using var statements = new StatementCounter();

        var answer = await SendAsync("GET", path, apiKey: Keys.Console, environmentId: environmentId);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, statements.Count);
    }

    [Fact]
    public async Task A_page_is_the_same_from_either_end_of_the_list()
    {
        var world = await CreateWorldAsync();
        await using var db = world.Database.Open(world.Large);
        var filter = new EntityFilter(EntityType.Company);
        var all = world.Matching(world.Large, EntityType.Company, null);
        foreach (var sort in Sorts(EntityType.Company))
        {
            var sorted = SearchWorld.Sorted(all, sort);
            foreach (var page in Pages(all.Count))
                Assert.Equal(
                    sorted.Skip((int)Math.Min(page.Offset!.Value, int.MaxValue)).Take(page.Limit!.Value),
                    await BackwardPaging.SelectPageAsync(db, filter, sort, page, Cancellation)
                );
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(99_999, false)]
    [InlineData(100_000, true)]
    [InlineData(long.MaxValue, true)]
    public async Task Only_a_far_page_is_worth_counting_all_rows(long offset, bool isWorthIt)
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().Open(1);

        Assert.Equal(
            isWorthIt,
            await BackwardPaging.IsCheaperAsync(db, new CompaniesQuery { Limit = 50, Offset = offset }, Cancellation)
        );
    }
}
