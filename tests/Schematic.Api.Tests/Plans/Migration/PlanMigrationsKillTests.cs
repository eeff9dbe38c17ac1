using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Gateway;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Plans.Migration;

/// <summary>A server that is killed again and again while it moves companies: each is moved once.</summary>
public abstract class PlanMigrationsKillTests(DatabaseProvider provider)
{
    private const int Companies = 900;
    private const int Kills = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_ends_with_every_company_moved_once_however_often_the_server_is_killed()
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, provider);
        string target;
        using (var gateway = server.Gateway())
        {
            var plan = await gateway.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = "Basic", PlanType = PlanType.Plan },
                Cancellation
            );
            await PublishAsync(gateway, plan.Data.DraftVersion!.Id, PlanVersionMigrationStrategy.Leave);
            await AssignAllAsync(gateway, plan.Data.Id);
            var renamed = await gateway.Plans.UpdateAsync(
                plan.Data.Id,
                new UpdatePlanRequestBody { Name = "Renamed" },
                null,
                Cancellation
            );
            target = renamed.Data.DraftVersion!.Id;
            await PublishAsync(gateway, target, PlanVersionMigrationStrategy.Immediate);
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            await server.KillAsync();
            await server.StartAsync();
        }

        using var after = server.Gateway();
        var query = new MigrationsQuery { PlanVersionId = target };
        await Poll.UntilAsync(
            "the migration to end",
            TimeSpan.FromSeconds(60),
            async () =>
            {
                var migration = (await after.PlanMigrations.ListAsync(query, Cancellation)).Data[0];
                return migration.CompletedCompanies == Companies ? null : migration.ToString();
            },
            Cancellation
        );
        var moved = await MovedAsync(after);
        Assert.Equal(Companies, moved.Count);
        Assert.Equal(Companies, moved.Distinct().Count());
    }

    private static Task PublishAsync(
        SchematicGateway gateway,
        string versionId,
        PlanVersionMigrationStrategy strategy
    ) =>
        gateway.Plans.PublishVersionAsync(
            versionId,
            new PublishPlanVersionRequestBody { MigrationStrategy = strategy, ExcludedCompanyIds = [] },
            Cancellation
        );

    private static async Task AssignAllAsync(SchematicGateway gateway, string planId)
    {
        var events = Enumerable
            .Range(0, Companies)
            .Select(static number => new CreateEventRequestBody
            {
                EventType = EventType.Identify,
                Body = JsonSerializer.SerializeToElement(
                    new
                    {
                        keys = new { email = $"{number}@acme.example" },
                        company = new { keys = new { domain = $"acme-{number}" } },
                    }
                ),
            })
            .ToList();
        await gateway.Events.CreateBatchAsync(new CreateEventBatchRequestBody { Events = events }, Cancellation);
        for (var offset = 0; offset < Companies; offset += 225)
        {
            var page = await gateway.Companies.ListAsync(new() { Limit = 225, Offset = offset }, Cancellation);
            await Task.WhenAll(
                page.Data.Select(company =>
                    gateway.Plans.UpdateCompanyPlansAsync(
                        company.Id,
                        new UpdateCompanyPlansRequestBody { BasePlanId = planId, AddOnIds = [] },
                        Cancellation
                    )
                )
            );
        }
    }

    // Ids of the companies of all moves that were recorded.
    private static async Task<IReadOnlyList<string>> MovedAsync(SchematicGateway gateway)
    {
        var moved = new List<string>();
        while (true)
        {
            var page = await gateway.Plans.ListChangesAsync(
                new PlanChangesQuery
                {
                    Action = PlanChangeAction.PlanVersionMigration,
                    Limit = 250,
                    Offset = moved.Count,
                },
                Cancellation
            );
            if (page.Data.Count == 0)
                return moved;
            moved.AddRange(page.Data.Select(static change => change.CompanyId));
        }
    }
}

public sealed class PlanMigrationsKillTestsOnSqlite() : PlanMigrationsKillTests(DatabaseProvider.Sqlite);

public sealed class PlanMigrationsKillTestsOnPostgreSql() : PlanMigrationsKillTests(DatabaseProvider.PostgreSql);
