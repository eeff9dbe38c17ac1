using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Search;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Search;

public abstract class SearchStoreTests(ApiFixture api) : ApiTopic(api)
{
    private readonly string _mark = Unique("mark");

    [Fact]
    public async Task A_key_value_finds_its_company_whatever_the_key_is_called()
    {
        var company = await NewCompanyAsync(("crm", _mark));

        var hit = Assert.Single(await FindAsync(_mark));

        Assert.Equal((SearchKind.Company, company, _mark), (hit.Kind, hit.Id, hit.Key));
        Assert.Equal(["crm"], hit.MatchedKeys);
    }

    [Fact]
    public async Task What_is_named_exactly_comes_before_what_only_has_the_text()
    {
        var other = await NewCompanyAsync(("domain", $"{_mark}.com"));
        var user = await NewUserAsync(("email", _mark));

        var hits = await FindAsync(_mark);

        Assert.Equal(
            [(SearchKind.User, user), (SearchKind.Company, other)],
            hits.Select(static hit => (hit.Kind, hit.Id))
        );
        Assert.Equal(["email"], hits[0].MatchedKeys);
        Assert.Empty(hits[1].MatchedKeys);
    }

    [Fact]
    public async Task One_name_of_a_key_can_be_asked_for()
    {
        var company = await NewCompanyAsync(("crm", _mark));
        await NewUserAsync(("email", _mark));

        var hit = Assert.Single(await FindAsync(new SearchQuery { Q = _mark, Key = "crm" }));

        Assert.Equal(company, hit.Id);
        Assert.Equal(["crm"], hit.MatchedKeys);
        Assert.Empty(await FindAsync(new SearchQuery { Q = _mark, Key = "nothing" }));
    }

    [Fact]
    public async Task Both_a_company_and_a_user_are_found_by_id()
    {
        var (company, user) = (await NewCompanyAsync(("domain", _mark)), await NewUserAsync(("email", _mark)));

        Assert.Equal(["id"], Assert.Single(await FindAsync(company)).MatchedKeys);
        Assert.Equal(
            (SearchKind.User, user),
            Assert.Single(await FindAsync(user)) switch
            {
                var hit => (hit.Kind, hit.Id),
            }
        );
    }

    [Fact]
    public async Task Flags_features_plans_and_credits_are_found_by_part_of_their_name()
    {
        await FurnishAsync();

        Assert.Equal(
            [SearchKind.Flag, SearchKind.Feature, SearchKind.Plan, SearchKind.Credit],
            (await FindAsync(_mark.ToUpperInvariant())).Select(static hit => hit.Kind)
        );
    }

    [Fact]
    public async Task Everything_in_the_catalog_is_found_by_its_id_and_a_flag_by_its_key()
    {
        await FurnishAsync();

        foreach (var hit in await FindAsync(_mark))
            Assert.Equal(["id"], Assert.Single(await FindAsync(hit.Id)).MatchedKeys);
        var flag = Assert.Single(await FindAsync(new SearchQuery { Q = $"key.{_mark}", Exact = true }));
        Assert.Equal((SearchKind.Flag, "key"), (flag.Kind, Assert.Single(flag.MatchedKeys)));
    }

    [Fact]
    public async Task An_exact_search_takes_no_parts_of_texts()
    {
        await NewCompanyAsync(("domain", $"{_mark}.com"));
        await FurnishAsync();

        Assert.Empty(await FindAsync(new SearchQuery { Q = _mark, Exact = true }));
    }

    [Fact]
    public async Task There_are_only_so_many_of_each_kind()
    {
        for (var number = 0; number < 3; number++)
            await NewCompanyAsync(("domain", $"{_mark}-{number}"));

        Assert.Equal(2, (await FindAsync(new SearchQuery { Q = _mark, Limit = 2 })).Count);
    }

    [Fact]
    public async Task Another_environment_keeps_its_own()
    {
        await NewCompanyAsync(("crm", _mark));
        var id = await NewCompanyAsync(("crm", $"{_mark}-2"));

        Assert.Empty((await Staging.Search.FindAsync(new SearchQuery { Q = _mark }, Cancellation)).Data);
        Assert.Empty((await Staging.Search.FindAsync(new SearchQuery { Q = id }, Cancellation)).Data);
    }

    private Task<IReadOnlyList<SearchHitResponseData>> FindAsync(string text) =>
        FindAsync(new SearchQuery { Q = text });

    private async Task<IReadOnlyList<SearchHitResponseData>> FindAsync(SearchQuery query) =>
        (await Production.Search.FindAsync(query, Cancellation)).Data;

    private async Task<string> NewCompanyAsync(params (string Name, string Value)[] keys) =>
        (await Production.Companies.UpsertAsync(new UpsertCompanyRequestBody { Keys = Keys(keys) }, Cancellation))
            .Data
            .Id;

    private async Task<string> NewUserAsync(params (string Name, string Value)[] keys) =>
        (await Production.Users.UpsertAsync(new UpsertUserRequestBody { Keys = Keys(keys) }, Cancellation)).Data.Id;

    private async Task FurnishAsync()
    {
        await Production.Flags.CreateAsync(
            new CreateFlagRequestBody
            {
                Key = $"key.{_mark}",
                Name = _mark,
                Description = "",
                FlagType = FlagType.Boolean,
                DefaultValue = false,
            },
            Cancellation
        );
        await Production.Features.CreateAsync(
            new CreateFeatureRequestBody
            {
                Name = _mark,
                Description = "",
                FeatureType = FeatureType.Boolean,
            },
            Cancellation
        );
        await Production.Plans.CreateAsync(
            new CreatePlanRequestBody { Name = _mark, PlanType = PlanType.Plan },
            Cancellation
        );
        await Production.Credits.CreateAsync(
            new CreateBillingCreditRequestBody
            {
                Name = _mark,
                Description = "",
                Currency = "usd",
            },
            Cancellation
        );
    }

    private static Dictionary<string, string> Keys((string Name, string Value)[] keys) =>
        keys.ToDictionary(static key => key.Name, static key => key.Value);
}

public sealed class SearchStoreTestsOnSqlite(SqliteApi api) : SearchStoreTests(api), IClassFixture<SqliteApi>;

public sealed class SearchStoreTestsOnPostgreSql(PostgreSqlApi api)
    : SearchStoreTests(api),
        IClassFixture<PostgreSqlApi>;
