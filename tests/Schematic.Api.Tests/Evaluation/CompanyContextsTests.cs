using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Counters and credits that others have moved, and that cannot be read again.</summary>
public abstract class CompanyContextsTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly RuleNeeds All = new(Metrics: true, Credits: true);

    [Fact]
    public async Task Without_a_database_what_was_known_last_counts()
    {
        var (database, company) = (NewDatabase(), await NewCompanyAsync());
        var companies = new CompanyContexts(database);
        var before = await PrepareAsync(companies, company, second: 0);
        company.MarkUsageStale();
        company.MarkCreditsStale();

        database.IsBroken = true;
        var meanwhile = await PrepareAsync(companies, company, second: 1);
        database.IsBroken = false;
        var readers = database.Readers;
        await PrepareAsync(companies, company, second: 2);

        Assert.Equal(1, Used(before));
        Assert.Equal(1, Used(meanwhile));
        Assert.Equal(readers + 2, database.Readers);
    }

    [Fact]
    public async Task Without_a_database_a_company_whose_counters_were_never_read_is_refused()
    {
        var (database, company) = (NewDatabase(), await NewCompanyAsync());
        database.IsBroken = true;

        await Assert.ThrowsAsync<LostDatabaseException>(() =>
            PrepareAsync(new CompanyContexts(database), company, second: 0)
        );
    }

    private static long Used(CompanyContext company) =>
        company.Counter("used", CounterPeriod.AllTime, MonthReset.FirstOfMonth);

    // After a second what is stale must be read again.
    private async Task<CompanyContext> PrepareAsync(CompanyContexts companies, CachedEntity company, int second)
    {
        var environmentSeq = await ProductionSeqAsync();
        var snapshot = await Server.Services.GetRequiredService<FlagSnapshots>().OfAsync(environmentSeq, Cancellation);
        var now = TimeProvider.System.Now().AddSeconds(second);
        return await companies.PrepareAsync(environmentSeq, company, snapshot.Catalog, All, now, Cancellation);
    }

    private async Task<CachedEntity> NewCompanyAsync()
    {
        var keys = new Dictionary<string, string> { ["domain"] = Unique("acme") };
        await Production.Companies.UpsertAsync(new UpsertCompanyRequestBody { Keys = keys }, Cancellation);
        var company = JsonSerializer.Serialize(keys);
        var used = $$"""{"event_type":"track","body":{"event":"used","company":{{company}} } }""";
        await SendAsync("POST", "/events", used);
        var contexts = Server.Services.GetRequiredService<EntityContexts>();
        return (await contexts.FindAsync(await ProductionSeqAsync(), EntityType.Company, keys, Cancellation))!;
    }

    private async Task<int> ProductionSeqAsync()
    {
        var cache = Server.Services.GetRequiredService<KeyCache>();
        await cache.RefreshAsync(Cancellation);
        return cache.FindBySecret(Testing.Hosting.ApiKeys.Production)!.EnvironmentSeq!.Value;
    }

    private BrokenDatabase NewDatabase() =>
        new(Server.Services.GetRequiredService<IDatabase>()) { Failure = static () => new LostDatabaseException() };
}

public sealed class CompanyContextsOnSqliteTests(SqliteApi api) : CompanyContextsTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyContextsOnPostgreSqlTests(PostgreSqlApi api)
    : CompanyContextsTests(api),
        IClassFixture<PostgreSqlApi>;
