using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Companies;

/// <summary>What lists of companies and users leave out, and how much a page then weighs.</summary>
public abstract class CompanyListSizeTests(ApiFixture api) : ApiTopic(api)
{
    private const int Companies = 50;

    // What the description requires of 50 such companies alone is 119 kB: ids and times, for the most part.
    private const int MaxBytes = 130_000;

    [Fact]
    public async Task A_page_of_50_companies_with_two_keys_and_five_traits_weighs_at_most_130_kB()
    {
        var environment = await NewEnvironmentAsync();
        var gateway = Server.Gateway(Keys.Console, environment.Id);
        for (var number = 0; number < Companies; number++)
            await gateway.Companies.UpsertAsync(
                Company(
                    string.Create(CultureInfo.InvariantCulture, $"bademokiro-analytics-{number}.example"),
                    string.Create(CultureInfo.InvariantCulture, $"crm-{10_000_000 + number}")
                ),
                Cancellation
            );

        var page = await SendAsync(
            "GET",
            $"/companies?limit={Companies}",
            apiKey: Keys.Console,
            environmentId: environment.Id
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(Companies, page.Data.GetArrayLength());
        Assert.Equal(5, page.Data[0].GetProperty("entity_traits").GetArrayLength());
        var bytes = Encoding.UTF8.GetByteCount(page.Text);
        Assert.True(bytes <= MaxBytes, $"The page weighs {bytes} bytes.");
    }

    [Fact]
    public async Task Lists_of_companies_leave_definitions_out_and_what_answers_one_company_has_them()
    {
        var saved = (
            await Production.Companies.UpsertAsync(Company(Unique("domain"), Unique("crm")), Cancellation)
        ).Data;

        var listed = Assert.Single(
            (await Production.Companies.ListAsync(new CompaniesQuery { Ids = [saved.Id] }, Cancellation)).Data
        );
        var got = (await Production.Companies.GetAsync(saved.Id, Cancellation)).Data;
        var found = (
            await Production.Companies.LookupAsync(
                new() { Keys = new Dictionary<string, string> { [saved.Keys[0].Key] = saved.Keys[0].Value } },
                Cancellation
            )
        ).Data;

        AssertWithout(listed.Keys, listed.EntityTraits);
        foreach (var whole in (CompanyDetailResponseData[])[saved, got, found])
            AssertWith(whole.Keys, whole.EntityTraits);
        Assert.Equal(
            got.EntityTraits.Select(static trait => (trait.DefinitionId, trait.Value)),
            listed.EntityTraits.Select(static trait => (trait.DefinitionId, trait.Value))
        );
        Assert.Equal(
            got.Traits!.Select(static trait => (trait.Key, trait.Value.GetRawText())),
            listed.Traits!.Select(static trait => (trait.Key, trait.Value.GetRawText()))
        );
    }

    [Fact]
    public async Task Lists_of_users_leave_definitions_out_and_what_answers_one_user_has_them()
    {
        var body = new UpsertUserRequestBody
        {
            Keys = new Dictionary<string, string> { ["user_id"] = Unique("user") },
            Traits = Traits(),
        };
        var saved = (await Production.Users.UpsertAsync(body, Cancellation)).Data;

        var listed = Assert.Single(
            (await Production.Users.ListAsync(new UsersQuery { Ids = [saved.Id] }, Cancellation)).Data
        );
        var got = (await Production.Users.GetAsync(saved.Id, Cancellation)).Data;
        var found = (await Production.Users.LookupAsync(new() { Keys = body.Keys }, Cancellation)).Data;

        AssertWithout(listed.Keys, listed.EntityTraits);
        foreach (var whole in (UserDetailResponseData[])[saved, got, found])
            AssertWith(whole.Keys, whole.EntityTraits);
        Assert.Equal(
            got.EntityTraits.Select(static trait => (trait.DefinitionId, trait.Value)),
            listed.EntityTraits.Select(static trait => (trait.DefinitionId, trait.Value))
        );
    }

    private static void AssertWithout(
        IReadOnlyList<EntityKeyDetailResponseData> keys,
        IReadOnlyList<EntityTraitDetailResponseData> traits
    )
    {
        Assert.NotEmpty(keys);
        Assert.All(keys, static key => Assert.Null(key.Definition));
        Assert.Equal(5, traits.Count);
        Assert.All(traits, static trait => Assert.Null(trait.Definition));
    }

    private static void AssertWith(
        IReadOnlyList<EntityKeyDetailResponseData> keys,
        IReadOnlyList<EntityTraitDetailResponseData> traits
    )
    {
        Assert.NotEmpty(keys);
        Assert.All(
            keys,
            static key => Assert.Equal((key.DefinitionId, key.Key), (key.Definition!.Id, key.Definition.Key))
        );
        Assert.Equal(5, traits.Count);
        Assert.All(traits, static trait => Assert.Equal(trait.DefinitionId, trait.Definition!.Id));
    }

    // As those of the benchmarks.
    private static UpsertCompanyRequestBody Company(string domain, string crmId) =>
        new()
        {
            Name = "Bademokiro Analytics GmbH",
            LastSeenAt = new DateTimeOffset(2026, 11, 20, 13, 37, 0, TimeSpan.Zero),
            Keys = new Dictionary<string, string> { ["domain"] = domain, ["crm_id"] = crmId },
            Traits = Traits(),
        };

    private static Dictionary<string, JsonElement> Traits() =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            """{"city":"Hamburg","contract_start":"2022-03-04","industry":"Manufacturing","seats":4711,"trial":false}"""
        )!;
}

public sealed class CompanyListSizeTestsOnSqlite(SqliteApi api) : CompanyListSizeTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyListSizeTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyListSizeTests(api),
        IClassFixture<PostgreSqlApi>;
