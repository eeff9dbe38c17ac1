using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

public abstract class EntityContextsTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task A_company_is_read_once_for_each_way_to_name_it_and_is_one_object()
    {
        var (database, environment) = (NewDatabase(), await ProductionAsync());
        using var contexts = NewContexts(database);
        var company = await NewCompanyAsync(("a", "1"), ("b", "2"));

        var byFirst = await FindAsync(contexts, environment, ("a", "1"));
        var bySecond = await FindAsync(contexts, environment, ("b", "2"));
        Assert.Same(byFirst, await FindAsync(contexts, environment, ("a", "1")));
        Assert.Same(byFirst, bySecond);

        Assert.Equal(company.Id, byFirst?.Id);
        Assert.Equal(2, database.Readers);
    }

    [Fact]
    public async Task A_company_that_changes_is_read_again_under_every_name_and_no_other_is()
    {
        var (database, environment) = (NewDatabase(), await ProductionAsync());
        using var contexts = NewContexts(database);
        var company = await NewCompanyAsync(("c", "1"), ("d", "2"));
        await NewCompanyAsync(("c", "other"));
        await FindAsync(contexts, environment, ("c", "1"));
        await FindAsync(contexts, environment, ("d", "2"));
        await FindAsync(contexts, environment, ("c", "other"));

        await Production.Companies.UpsertAsync(Body(("id", company.Id)) with { Name = "Renamed" }, Cancellation);

        Assert.Equal("Renamed", (await FindAsync(contexts, environment, ("c", "1")))?.Name);
        Assert.Equal("Renamed", (await FindAsync(contexts, environment, ("d", "2")))?.Name);
        var readers = database.Readers;
        await FindAsync(contexts, environment, ("c", "other"));
        Assert.Equal(readers, database.Readers);
    }

    [Fact]
    public async Task Whoever_is_deleted_is_found_no_more_and_whoever_is_created_is_found_at_once()
    {
        var environment = await ProductionAsync();
        using var contexts = NewContexts(NewDatabase());
        Assert.Null(await FindAsync(contexts, environment, ("e", "1")));

        var company = await NewCompanyAsync(("e", "1"));
        Assert.NotNull(await FindAsync(contexts, environment, ("e", "1")));
        await Production.Companies.DeleteAsync(company.Id, cancellationToken: Cancellation);

        Assert.Null(await FindAsync(contexts, environment, ("e", "1")));
    }

    [Fact]
    public async Task A_key_that_moves_to_another_company_names_that_one_from_then_on()
    {
        var environment = await ProductionAsync();
        using var contexts = NewContexts(NewDatabase());
        var first = await NewCompanyAsync(("f", "1"), ("g", "1"));
        var second = await NewCompanyAsync(("g", "2"));
        Assert.Equal(first.Id, (await FindAsync(contexts, environment, ("f", "1")))?.Id);

        await Production.Companies.UpsertAsync(Body(("g", "1")) with { RemoveKeys = ["f"] }, Cancellation);
        await Production.Companies.UpsertAsync(Body(("id", second.Id), ("f", "1")), Cancellation);

        Assert.Equal(second.Id, (await FindAsync(contexts, environment, ("f", "1")))?.Id);
    }

    [Fact]
    public async Task Another_type_of_a_trait_outdates_everyone()
    {
        var (database, environment) = (NewDatabase(), await ProductionAsync());
        using var contexts = NewContexts(database);
        var company = await NewCompanyAsync(("h", "1"));
        await FindAsync(contexts, environment, ("h", "1"));

        await Production.Entities.UpdateTraitDefinitionAsync(
            company.EntityTraits[0].DefinitionId,
            new() { TraitType = TraitType.String },
            Cancellation
        );
        await FindAsync(contexts, environment, ("h", "1"));

        Assert.Equal(2, database.Readers);
    }

    // What is read may be from before the change, and be kept after it.
    [Fact]
    public async Task A_change_that_comes_while_a_company_is_read_is_not_missed()
    {
        var (database, environment) = (NewDatabase(), await ProductionAsync());
        var feed = new ChangeFeed(Microsoft.Extensions.Logging.Abstractions.NullLogger<ChangeFeed>.Instance);
        using var contexts = new EntityContexts(database, feed, new CheckOptions());
        await NewCompanyAsync(("i", "1"));
        var known = (await FindAsync(contexts, environment, ("i", "1")))!;
        var changed = new ChangeSet();
        changed.Add(ChangeKind.Entity, known.Seq, environment);
        await feed.TellAsync(changed);
        database.Opening = () => feed.TellAsync(changed).Wait(Cancellation);

        await FindAsync(contexts, environment, ("i", "1"));
        database.Opening = null;
        await FindAsync(contexts, environment, ("i", "1"));
        await FindAsync(contexts, environment, ("i", "1"));

        Assert.Equal(3, database.Readers);
    }

    [Fact]
    public async Task What_is_held_stays_below_its_limit_in_bytes()
    {
        var environment = await ProductionAsync();
        using var contexts = NewContexts(NewDatabase(), megabytes: 1);
        await NewCompanyAsync(("j", "1"));
        var huge = new string('x', 5_000);
        for (var i = 0; i < 400; i++)
            await FindAsync(contexts, environment, ("j", "1"), ("k", $"{i}{huge}"[..4000]));

        Assert.InRange(contexts.Bytes, 0, 1024 * 1024);
    }

    // Other tests of this process allocate, too: alone, the two figures are near.
    [Fact]
    [Trait("Category", "Long")]
    public async Task The_estimated_size_is_near_what_is_really_taken()
    {
        const int companies = 2_000;
        var environment = await ProductionAsync();
        using var contexts = NewContexts(NewDatabase());
        for (var i = 0; i < companies; i += 100)
            await Task.WhenAll(Enumerable.Range(i, 100).Select(n => NewCompanyAsync(("size", $"{n}"))));
        await FindAsync(contexts, environment, ("size", "0"));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 1; i < companies; i++)
            await FindAsync(contexts, environment, ("size", $"{i}"));

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.SendDiagnosticMessage(
            $"{taken / companies} bytes a company, {contexts.Bytes / companies} estimated"
        );
        Assert.InRange(contexts.Bytes, taken * 0.6, taken * 2);
    }

    private static UpsertCompanyRequestBody Body(params (string Name, string Value)[] keys) =>
        new()
        {
            Keys = keys.ToDictionary(static key => key.Name, static key => key.Value),
            Traits = new Dictionary<string, JsonElement>
            {
                ["seats"] = JsonElement.Parse("10"),
                ["plan"] = JsonElement.Parse("\"enterprise\""),
                ["trial"] = JsonElement.Parse("false"),
                ["region"] = JsonElement.Parse("\"eu-central\""),
                ["since"] = JsonElement.Parse("\"2026-01-01T00:00:00Z\""),
            },
        };

    private static async Task<CachedEntity?> FindAsync(
        EntityContexts contexts,
        int environment,
        params (string Name, string Value)[] keys
    ) =>
        await contexts.FindAsync(
            environment,
            EntityType.Company,
            keys.ToDictionary(static key => key.Name, static key => key.Value),
            Cancellation
        );

    private async Task<CompanyDetailResponseData> NewCompanyAsync(params (string Name, string Value)[] keys) =>
        (await Production.Companies.UpsertAsync(Body(keys), Cancellation)).Data;

    private EntityContexts NewContexts(IDatabase database, int megabytes = 256) =>
        new(
            database,
            Server.Services.GetRequiredService<ChangeFeed>(),
            new CheckOptions { ContextMegabytes = megabytes }
        );

    private BrokenDatabase NewDatabase() => new(Server.Services.GetRequiredService<IDatabase>());

    private async Task<int> ProductionAsync() =>
        Server
            .Services.GetRequiredService<KeyCache>()
            .FindEnvironment((await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!)!
            .Seq;
}

public sealed class EntityContextsTestsOnSqlite(SqliteApi api) : EntityContextsTests(api), IClassFixture<SqliteApi>;

public sealed class EntityContextsTestsOnPostgreSql(PostgreSqlApi api)
    : EntityContextsTests(api),
        IClassFixture<PostgreSqlApi>;
