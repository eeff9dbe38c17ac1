using Schematic.Api.Tests.Entitlements.Agreement;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Entitlements;

/// <summary>
/// Plans, overrides, traits and usage change at random; after each change every answer that depends on them is held to
/// a computation from everything that was ever told. A failure names its seed, which repeats it, and the last changes.
/// </summary>
public abstract class CompanyEntitlementsTests(DatabaseProvider provider)
{
    private const int Changes = 30;
    private const int LastChanges = 8;
    private const int Worlds = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Usage_checks_and_companies_say_what_the_rules_say_after_every_change(int seed) =>
        RunAsync(seed, Changes);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(1_000)]
    public async Task They_do_so_over_many_worlds_and_changes(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + Worlds; seed++)
            await RunAsync(seed, 3 * Changes);
    }

    private async Task RunAsync(int seed, int changes)
    {
        var (clock, world, random) = (new TestClock(), new ToldWorld(), new Random(seed));
        await using var server = await ApiServer.StartAsync(
            provider,
            new ApiServerOptions
            {
                Clock = clock,
                // This clock stands still, and no more requests are let through in one second.
                Settings = new Dictionary<string, string?>
                {
                    ["RateLimits:ChecksPerSecond"] = "1000000",
                    ["RateLimits:CorePerSecond"] = "1000000",
                },
            }
        );
        var gateway = server.Gateway();
        await new WorldBuilding(gateway, world, random).BuildAsync();
        var (change, answers) = (
            new WorldChanges(gateway, world, clock, random),
            new WorldAnswers(gateway, world, clock)
        );
        var done = new List<string>();
        try
        {
            for (var number = 0; number < changes; number++)
            {
                done.Add(await change.ChangeAsync());
                foreach (var company in world.Companies)
                    await answers.HoldAsync(company);
                await answers.HoldAsync(world.Features[random.Next(world.Features.Count)]);
            }
        }
        catch (Exception failure)
        {
            Assert.Fail(
                $"seed {seed}, change {done.Count}: {failure}\n"
                    + $"The last changes:\n{string.Join('\n', done.TakeLast(LastChanges))}"
            );
        }
    }
}

public sealed class CompanyEntitlementsTestsOnSqlite() : CompanyEntitlementsTests(DatabaseProvider.Sqlite);

public sealed class CompanyEntitlementsTestsOnPostgreSql() : CompanyEntitlementsTests(DatabaseProvider.PostgreSql);
