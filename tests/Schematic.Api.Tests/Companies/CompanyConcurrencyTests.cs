using System.Globalization;
using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>Sixty-four callers at once.</summary>
public abstract class CompanyConcurrencyTests(ApiFixture api) : ApiTopic(api)
{
    private const int Callers = 64;

    [Fact]
    public async Task Upserts_of_one_new_key_make_one_company()
    {
        var domain = Unique("acme.example");

        var companies = await AllAtOnceAsync(i =>
            Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = Key("domain", domain),
                    Name = $"Name {i.ToString(CultureInfo.InvariantCulture)}",
                },
                Cancellation
            )
        );

        var id = Assert.Single(companies.Select(static company => company.Data.Id).Distinct());
        var found = await Production.Companies.ListAsync(new CompaniesQuery { Q = domain }, Cancellation);
        Assert.Equal(id, Assert.Single(found.Data).Id);
    }

    [Fact]
    public async Task Upserts_that_share_a_key_and_bring_another_each_make_one_company_with_all_keys()
    {
        var domain = Unique("acme.example");

        var companies = await AllAtOnceAsync(i =>
            Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string>
                    {
                        ["domain"] = domain,
                        [$"key-{i.ToString(CultureInfo.InvariantCulture)}"] = domain,
                    },
                },
                Cancellation
            )
        );

        var id = Assert.Single(companies.Select(static company => company.Data.Id).Distinct());
        Assert.Equal(Callers + 1, (await Production.Companies.GetAsync(id, Cancellation)).Data.Keys.Count);
    }

    [Fact]
    public async Task Renames_of_one_key_at_once_rename_one_company()
    {
        var (before, after) = (Unique("old"), Unique("new"));
        var company = await Production.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = Key("old", before) },
            Cancellation
        );

        var renamed = await AllAtOnceAsync(_ => RenameAsync(before, after));

        Assert.Equal(company.Data.Id, Assert.Single(renamed.Distinct()));
        Assert.Equal(
            "new",
            Assert.Single((await Production.Companies.GetAsync(company.Data.Id, Cancellation)).Data.Keys).Key
        );
    }

    // An upsert that has found the company and waits for the rename must not write the old key again.
    [Fact]
    public async Task A_renamed_key_does_not_come_back_through_an_upsert_at_the_same_time()
    {
        for (var round = 0; round < 5; round++)
        {
            var (before, after) = (Unique("old"), Unique("new"));
            var company = await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = Key("old", before) },
                Cancellation
            );

            var ids = await AllAtOnceAsync(async i =>
                i == Callers / 2
                    ? await RenameAsync(before, after)
                    : (
                        await Production.Companies.UpsertAsync(
                            new UpsertCompanyRequestBody { Keys = Key("old", before) },
                            Cancellation
                        )
                    )
                        .Data
                        .Id
            );

            Assert.Equal(company.Data.Id, ids[Callers / 2]);
            Assert.Equal(
                "new",
                Assert.Single((await Production.Companies.GetAsync(company.Data.Id, Cancellation)).Data.Keys).Key
            );
            Assert.True(ids.Distinct().Count() <= 2, "More than one company has the old key.");
        }
    }

    [Fact]
    public async Task Of_creations_of_one_key_one_succeeds_and_all_others_conflict()
    {
        var domain = Unique("acme.example");

        var answers = await AllAtOnceAsync(async _ =>
        {
            try
            {
                await Production.Companies.CreateAsync(
                    new UpsertCompanyRequestBody { Keys = Key("domain", domain) },
                    Cancellation
                );
                return HttpStatusCode.Created;
            }
            catch (GatewayException refusal)
            {
                return refusal.Status!.Value;
            }
        });

        Assert.Equal(1, answers.Count(static status => status == HttpStatusCode.Created));
        Assert.Equal(Callers - 1, answers.Count(static status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Users_that_bring_the_same_new_company_are_all_in_one()
    {
        var domain = Unique("acme.example");

        var users = await AllAtOnceAsync(_ =>
            Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = Key("email", Unique("user")), Company = Key("domain", domain) },
                Cancellation
            )
        );

        var companyId = Assert.Single(
            users.Select(static user => Assert.Single(user.Data.CompanyMemberships).CompanyId).Distinct()
        );
        Assert.Equal(Callers, (await Production.Companies.GetAsync(companyId, Cancellation)).Data.UserCount);
        Assert.Equal(
            Callers,
            (await Production.Users.CountAsync(new UsersQuery { CompanyId = companyId }, Cancellation)).Data.Count
        );
    }

    [Fact]
    public async Task One_user_joins_one_company_once()
    {
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = Key("domain", Unique("acme.example")) },
                Cancellation
            )
        ).Data;
        var user = (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody { Keys = Key("email", Unique("user")) },
                Cancellation
            )
        ).Data;

        var memberships = await AllAtOnceAsync(_ =>
            Production.Companies.GetOrCreateMembershipAsync(
                new GetOrCreateCompanyMembershipRequestBody { CompanyId = company.Id, UserId = user.Id },
                Cancellation
            )
        );

        Assert.Single(memberships.Select(static membership => membership.Data.Id).Distinct());
        Assert.Equal(1, (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.UserCount);
    }

    [Fact]
    public async Task Increments_sum_exactly()
    {
        var keys = Key("domain", Unique("acme.example"));

        await AllAtOnceAsync(i =>
            Production.Companies.UpsertTraitAsync(
                new UpsertTraitRequestBody
                {
                    Keys = keys,
                    Trait = "seats",
                    Incr = i,
                },
                Cancellation
            )
        );

        var company = (await Production.Companies.LookupAsync(new KeysQuery { Keys = keys }, Cancellation)).Data;
        Assert.Equal(Callers * (Callers - 1) / 2, company.Traits!["seats"].GetInt32());
    }

    [Fact]
    public async Task Traits_of_one_name_nobody_has_seen_have_one_definition()
    {
        var trait = Unique("trait");

        var companies = await AllAtOnceAsync(i =>
            Production.Companies.UpsertTraitAsync(
                new UpsertTraitRequestBody
                {
                    Keys = Key("domain", Unique("acme.example")),
                    Trait = trait,
                    Set = "x",
                },
                Cancellation
            )
        );

        Assert.Single(
            companies.Select(static company => Assert.Single(company.Data.EntityTraits).DefinitionId).Distinct()
        );
    }

    // Two that each take what the other has: one order of events or the other, and never half of each.
    [Fact]
    public async Task A_key_that_two_companies_want_goes_to_one_of_them()
    {
        var contested = Unique("contested");
        var keys = Enumerable.Range(0, Callers).Select(_ => Unique("acme.example")).ToList();
        foreach (var key in keys)
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = Key("domain", key) },
                Cancellation
            );

        var answers = await AllAtOnceAsync(async i =>
        {
            try
            {
                return (
                    await Production.Companies.UpsertAsync(
                        new UpsertCompanyRequestBody
                        {
                            Keys = new Dictionary<string, string> { ["domain"] = keys[i], ["crm"] = contested },
                        },
                        Cancellation
                    )
                ).Data.Id;
            }
            catch (GatewayException refusal) when (refusal.IsConflict)
            {
                return null;
            }
        });

        var winner = Assert.Single(answers, static answer => answer is not null);
        Assert.Equal(
            winner,
            (await Production.Companies.LookupAsync(new KeysQuery { Keys = Key("crm", contested) }, Cancellation))
                .Data
                .Id
        );
    }

    // A page that is read while others write shows no row twice and loses none that was there before.
    [Fact]
    public async Task Paging_while_others_write_by_name_skips_and_repeats_nothing_that_stays()
    {
        var gateway = await EmptyEnvironmentAsync();
        for (var i = 0; i < 60; i++)
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = Key("domain", $"stays-{i.ToString("000", CultureInfo.InvariantCulture)}"),
                },
                Cancellation
            );
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var updates = Task.Run(
            async () =>
            {
                for (var i = 0; !done.IsCancellationRequested; i++)
                    await gateway.Companies.UpsertAsync(
                        new UpsertCompanyRequestBody
                        {
                            Keys = Key("domain", $"stays-{(i % 60).ToString("000", CultureInfo.InvariantCulture)}"),
                        },
                        Cancellation
                    );
            },
            Cancellation
        );

        var seen = new List<string>();
        for (var offset = 0; offset < 60; offset += 7)
            seen.AddRange(
                (
                    await gateway.Companies.ListAsync(new CompaniesQuery { Limit = 7, Offset = offset }, Cancellation)
                ).Data.Select(static company => company.Id)
            );
        await done.CancelAsync();
        await updates;

        Assert.Equal(60, seen.Count);
        Assert.Equal(60, seen.Distinct().Count());
    }

    private async Task<string> RenameAsync(string before, string after) => (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["old"] = before, ["new"] = after },
                    RemoveKeys = ["old"],
                },
                Cancellation
            )
        ).Data.Id;

    private static Dictionary<string, string> Key(string name, string value) => new() { [name] = value };

    private static Task<T[]> AllAtOnceAsync<T>(Func<int, Task<T>> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => call(i), Cancellation)));
}

public sealed class CompanyConcurrencyTestsOnSqlite(SqliteApi api)
    : CompanyConcurrencyTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyConcurrencyTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyConcurrencyTests(api),
        IClassFixture<PostgreSqlApi>;
