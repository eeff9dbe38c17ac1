using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Flags;

public abstract class FlagReaderTests(ApiFixture api) : FlagTopic(api)
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_page_costs_few_statements_however_many_flags_rules_and_ids(int flags)
    {
        var company = await NewCompanyAsync();
        var trait = await NewTraitAsync(TraitType.Number);
        for (var i = 0; i < flags; i++)
        {
            var feature = (
                await Production.Features.CreateAsync(
                    new CreateFeatureRequestBody
                    {
                        Name = "Export",
                        Description = "",
                        FeatureType = FeatureType.Trait,
                        TraitId = trait.Id,
                        Flag = new CreateOrUpdateFlagRequestBody
                        {
                            Key = Unique("flag"),
                            Name = "",
                            Description = "",
                            FlagType = FlagType.Boolean,
                            DefaultValue = true,
                        },
                    },
                    Cancellation
                )
            ).Data;
            await WriteAsync(
                feature.Flags[0].Id,
                Rule("A", Condition(ConditionType.Company, company.Id), OnTrait(trait.Id, "1")),
                Rule("B", OnTrait(trait.Id, "2"))
            );
        }

        await using var scope = Server.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.IsTheConsole(await ProductionAsync(), null);
        var ofFlags = await StatementsAsync(async () =>
            Assert.True(
                (
                    await scope
                        .ServiceProvider.GetRequiredService<FlagStore>()
                        .ListAsync(new FlagsQuery { Limit = 250, Offset = 0 }, Cancellation)
                ).Count >= flags
            )
        );
        var ofFeatures = await StatementsAsync(async () =>
            Assert.True(
                (
                    await scope
                        .ServiceProvider.GetRequiredService<FeatureStore>()
                        .ListAsync(new FeaturesQuery { Limit = 250, Offset = 0 }, Cancellation)
                ).Count >= flags
            )
        );

        Assert.Equal((3, 5), (ofFlags, ofFeatures));
    }

    [Fact]
    public async Task The_rules_of_a_deleted_environment_are_removed()
    {
        var flag = await NewFlagAsync();
        var environment = await NewEnvironmentAsync();
        await Server
            .Gateway(Schematic.Testing.Hosting.ApiKeys.Console, environment.Id)
            .Flags.UpdateRulesAsync(flag.Id, Rules(Rule("Gone soon")), null, Cancellation);
        Assert.Contains(
            await Persistence.TableDump.OfAsync(Server),
            static line => line.Contains("Gone soon", StringComparison.Ordinal)
        );

        await Console.Environments.DeleteAsync(environment.Id, Cancellation);
        await Server.Services.GetRequiredService<EnvironmentRemoval>().RunAsync(Cancellation);

        Assert.DoesNotContain(
            await Persistence.TableDump.OfAsync(Server),
            static line => line.Contains("Gone soon", StringComparison.Ordinal)
        );
        Assert.True((await Staging.Flags.DeleteAsync(flag.Id, Cancellation)).Data.Deleted);
    }

    private async Task<SchematicDb> OpenAsync() =>
        Server.Services.GetRequiredService<IDatabase>().Open((await ProductionAsync()).Seq);

    private async Task<CachedEnvironment> ProductionAsync() =>
        Server
            .Services.GetRequiredService<KeyCache>()
            .FindEnvironment((await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!)!;

    /// <summary>How many statements this flow of calls runs; others run theirs at the same time.</summary>
    private static async Task<int> StatementsAsync(Func<Task> read)
    {
        var counter = new StatementCounter();
        using (DiagnosticListener.AllListeners.Subscribe(counter))
        {
            // EF looks for listeners once a second only.
            await Task.Delay(TimeSpan.FromSeconds(1.1), Cancellation);
            await read();
        }

        return counter.Count;
    }

    private sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly AsyncLocal<StatementCounter?> Current = new();
        private int _count;

        public StatementCounter() => Current.Value = this;

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value == this && value.Key == RelationalEventId.CommandExecuting.Name)
                Interlocked.Increment(ref _count);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}

public sealed class FlagReaderTestsOnSqlite(SqliteApi api) : FlagReaderTests(api), IClassFixture<SqliteApi>;

public sealed class FlagReaderTestsOnPostgreSql(PostgreSqlApi api) : FlagReaderTests(api), IClassFixture<PostgreSqlApi>;
