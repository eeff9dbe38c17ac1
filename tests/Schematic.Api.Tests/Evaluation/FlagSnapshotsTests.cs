using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Tests.Flags;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

public abstract class FlagSnapshotsTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task A_snapshot_is_read_once_until_something_changes()
    {
        var (database, environment) = (NewDatabase(), await ProductionAsync());
        var snapshots = NewSnapshots(database);

        var first = await snapshots.OfAsync(environment, Cancellation);
        Assert.Same(first, await snapshots.OfAsync(environment, Cancellation));
        await Production.Companies.UpsertAsync(
            new() { Keys = new Dictionary<string, string> { ["domain"] = Unique("c") } },
            Cancellation
        );
        Assert.Same(first, await snapshots.OfAsync(environment, Cancellation));

        Assert.Equal(1, database.Readers);
    }

    [Fact]
    public async Task Only_the_flag_that_changed_is_another_object_afterwards()
    {
        var (flag, other, environment) = (await NewFlagAsync(), await NewFlagAsync(), await ProductionAsync());
        var snapshots = NewSnapshots(NewDatabase());
        var before = await snapshots.OfAsync(environment, Cancellation);

        await WriteAsync(flag.Id, Rule("All"));
        var after = await snapshots.OfAsync(environment, Cancellation);

        Assert.NotSame(before.Find(flag.Key), after.Find(flag.Key));
        Assert.Same(before.Find(other.Key), after.Find(other.Key));
        Assert.Equal(before.All.Count, after.All.Count);
    }

    [Fact]
    public async Task Flags_that_are_made_renamed_and_deleted_come_move_and_go()
    {
        var environment = await ProductionAsync();
        var snapshots = NewSnapshots(NewDatabase());
        await snapshots.OfAsync(environment, Cancellation);

        var flag = await NewFlagAsync();
        Assert.NotNull((await snapshots.OfAsync(environment, Cancellation)).Find(flag.Key));

        var key = Unique("renamed");
        await Production.Flags.UpdateAsync(flag.Id, FlagBody(key), null, Cancellation);
        var renamed = await snapshots.OfAsync(environment, Cancellation);
        Assert.Null(renamed.Find(flag.Key));
        Assert.Equal(flag.Id, renamed.Find(key)?.Prepared.Id);
        Assert.Equal(
            renamed.All.Select(static known => known.Prepared.Key).Order(StringComparer.Ordinal),
            renamed.All.Select(static known => known.Prepared.Key)
        );

        await Production.Flags.DeleteAsync(flag.Id, Cancellation);
        Assert.Null((await snapshots.OfAsync(environment, Cancellation)).Find(key));
    }

    [Fact]
    public async Task A_flag_goes_with_its_feature()
    {
        var environment = await ProductionAsync();
        var snapshots = NewSnapshots(NewDatabase());
        await snapshots.OfAsync(environment, Cancellation);
        var key = Unique("flag");
        var feature = (
            await Production.Features.CreateAsync(
                new()
                {
                    Name = "Export",
                    Description = "",
                    FeatureType = Contracts.Features.FeatureType.Boolean,
                    Flag = new()
                    {
                        Key = key,
                        Name = key,
                        Description = "",
                        FlagType = FlagType.Boolean,
                        DefaultValue = true,
                    },
                },
                Cancellation
            )
        ).Data;
        Assert.NotNull((await snapshots.OfAsync(environment, Cancellation)).Find(key));

        await Production.Features.DeleteAsync(feature.Id, Cancellation);

        Assert.Null((await snapshots.OfAsync(environment, Cancellation)).Find(key));
    }

    [Fact]
    public async Task Rules_of_one_environment_are_read_again_for_that_one_alone()
    {
        var (flag, environment) = (await NewFlagAsync(), await ProductionAsync());
        var snapshots = NewSnapshots(NewDatabase());
        var before = await snapshots.OfAsync(environment, Cancellation);

        await Staging.Flags.UpdateRulesAsync(flag.Id, Rules(Rule("Staging")), null, Cancellation);
        Assert.Same(before, await snapshots.OfAsync(environment, Cancellation));
        await Staging.Flags.UpdateAsync(flag.Id, FlagBody(flag.Key) with { DefaultValue = true }, null, Cancellation);
        Assert.NotSame(before, await snapshots.OfAsync(environment, Cancellation));
    }

    [Fact]
    public async Task What_changes_nothing_is_not_read_again()
    {
        var (flag, environment) = (await NewFlagAsync(), await ProductionAsync());
        var snapshots = NewSnapshots(NewDatabase());
        var body = FlagBody(flag.Key) with { Name = "Renamed" };
        await Production.Flags.UpdateAsync(flag.Id, body, null, Cancellation);
        var before = await snapshots.OfAsync(environment, Cancellation);

        await Production.Flags.UpdateAsync(flag.Id, body, null, Cancellation);
        await RefusedAsync(
            System.Net.HttpStatusCode.NotFound,
            () => Production.Flags.DeleteAsync("flag_nosuch", Cancellation)
        );

        Assert.Same(before, await snapshots.OfAsync(environment, Cancellation));
    }

    [Fact]
    public async Task Another_type_of_a_trait_is_in_force_at_once()
    {
        var (flag, trait, environment) = (
            await NewFlagAsync(),
            await NewTraitAsync(TraitType.Number),
            await ProductionAsync()
        );
        await WriteAsync(flag.Id, Rule("Ten", OnTrait(trait.Id, "10")));
        var snapshots = NewSnapshots(NewDatabase());
        var before = await snapshots.OfAsync(environment, Cancellation);

        await Production.Entities.UpdateTraitDefinitionAsync(
            trait.Id,
            new() { TraitType = TraitType.String },
            Cancellation
        );

        Assert.NotSame(before.Find(flag.Key), (await snapshots.OfAsync(environment, Cancellation)).Find(flag.Key));
    }

    [Fact]
    public async Task A_flag_is_prepared_with_its_rules_here_and_the_types_of_their_traits()
    {
        var (trait, without, flag) = (
            await NewTraitAsync(TraitType.Number),
            await NewFlagAsync(),
            await NewFlagAsync()
        );
        await WriteAsync(flag.Id, Rule("A", OnTrait(trait.Id, "10", ComparableOperator.Gt)));
        await Staging.Flags.UpdateRulesAsync(flag.Id, Rules(Rule("Staging")), null, Cancellation);

        var snapshot = await NewSnapshots(NewDatabase()).OfAsync(await ProductionAsync(), Cancellation);

        Assert.False(ValueFor(snapshot.Find(flag.Key)!, trait.Id, "9"));
        Assert.True(ValueFor(snapshot.Find(flag.Key)!, trait.Id, "11"));
        Assert.False(ValueFor(snapshot.Find(without.Key)!, trait.Id, "11"));
    }

    // Whatever the order of changes and rounds, what is left in the end is what a new reader would read.
    [Fact]
    public async Task After_many_changes_at_once_a_snapshot_is_what_it_would_be_if_read_anew()
    {
        var environment = await ProductionAsync();
        var snapshots = NewSnapshots(NewDatabase());
        await snapshots.OfAsync(environment, Cancellation);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 40),
            Cancellation,
            async (i, _) =>
            {
                var flag = await NewFlagAsync();
                await WriteAsync(flag.Id, Rule($"First {i}"));
                if (i % 3 == 0)
                    await Production.Flags.UpdateAsync(flag.Id, FlagBody(Unique("moved")), null, Cancellation);
                if (i % 5 == 0)
                    await Production.Flags.DeleteAsync(flag.Id, Cancellation);
                else
                    await WriteAsync(flag.Id, Rule($"Second {i}"), Rule("Third"));
            }
        );

        var kept = await snapshots.OfAsync(environment, Cancellation);
        var anew = await NewSnapshots(NewDatabase()).OfAsync(environment, Cancellation);
        Assert.Equal(Describe(anew), Describe(kept));
    }

    private static bool ValueFor(SnapshotFlag flag, string traitId, string value) =>
        FlagEvaluator
            .Evaluate(
                flag.Prepared,
                new CheckSubject(
                    CompanyContext.Prepare(
                        new CompanyFacts { Id = "comp_1", Traits = [new TraitFact(traitId, ComparableKind.Int, value)] }
                    ),
                    null,
                    false,
                    false
                )
            )
            .Value;

    private static List<string> Describe(FlagSnapshot snapshot) =>
        [
            .. snapshot.All.Select(static flag =>
                $"{flag.Seq} {flag.Prepared.Id} {flag.Prepared.Key} "
                + string.Join(',', flag.Prepared.Definition.Rules.Select(static rule => rule.Name))
            ),
        ];

    private FlagSnapshots NewSnapshots(IDatabase database) =>
        new(
            database,
            Server.Services.GetRequiredService<ChangeFeed>(),
            TimeProvider.System,
            NullLogger<FlagSnapshots>.Instance
        );

    private BrokenDatabase NewDatabase() => new(Server.Services.GetRequiredService<IDatabase>());

    private async Task<int> ProductionAsync() =>
        Server
            .Services.GetRequiredService<KeyCache>()
            .FindEnvironment((await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!)!
            .Seq;
}

public sealed class FlagSnapshotsTestsOnSqlite(SqliteApi api) : FlagSnapshotsTests(api), IClassFixture<SqliteApi>;

public sealed class FlagSnapshotsTestsOnPostgreSql(PostgreSqlApi api)
    : FlagSnapshotsTests(api),
        IClassFixture<PostgreSqlApi>;
