using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Hosting;

/// <summary>The program as it is shipped, ended in every way while clients write: what was answered is there.</summary>
public abstract class ApiApplicationTests(DatabaseProvider provider)
{
    private const int Clients = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Kill_9_at_any_moment_loses_nothing_that_was_answered() => KillAsync(times: 3);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_hundred_kills_lose_nothing_that_was_answered() => KillAsync(times: 100);

    [Fact]
    public async Task Sigterm_ends_it_within_ten_seconds_with_code_0_and_nothing_that_was_answered_lost()
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, provider);
        var gateway = server.Gateway();
        var answered = new ConcurrentDictionary<string, string>();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable
            .Range(0, Clients)
            .Select(client =>
                Task.Run(() => WriteAsync(gateway, client.ToString(CultureInfo.InvariantCulture), answered, stop.Token))
            )
            .ToList();
        await AnswersAsync(answered, 50);

        var since = Stopwatch.GetTimestamp();
        var code = await server.TerminateAsync();
        var took = Stopwatch.GetElapsedTime(since);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        Assert.Equal(0, code);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await server.StartAsync();
        foreach (var (domain, id) in answered)
            Assert.Equal(
                id,
                (
                    await gateway.Companies.LookupAsync(
                        new KeysQuery { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                        Cancellation
                    )
                )
                    .Data
                    .Id
            );
    }

    private async Task KillAsync(int times)
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, provider);
        var gateway = server.Gateway();
        var answered = new ConcurrentDictionary<string, string>();
        var (added, tried) = (0L, 0L);
        var random = new Random(20261120);

        for (var kill = 0; kill < times; kill++)
        {
            using var stop = new CancellationTokenSource();
            var writers = Enumerable
                .Range(0, Clients)
                .Select(client =>
                    Task.Run(() =>
                        WriteAsync(
                            gateway,
                            $"{kill.ToString(CultureInfo.InvariantCulture)}-{client.ToString(CultureInfo.InvariantCulture)}",
                            answered,
                            stop.Token
                        )
                    )
                )
                .ToList();
            var adder = Task.Run(() =>
                AddAsync(
                    gateway,
                    () => Interlocked.Increment(ref tried),
                    () => Interlocked.Increment(ref added),
                    stop.Token
                )
            );
            // Counted in answers, not in time: a busy machine must not be killed before it has said anything.
            await AnswersAsync(answered, answered.Count + random.Next(20, 400));
            await server.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll([.. writers, adder]);

            await server.StartAsync();
        }

        foreach (var (domain, id) in answered)
            Assert.Equal(
                id,
                (
                    await gateway.Companies.LookupAsync(
                        new KeysQuery { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                        Cancellation
                    )
                )
                    .Data
                    .Id
            );
        var sum = (await gateway.Companies.LookupAsync(new KeysQuery { Keys = Counter }, Cancellation))
            .Data.Traits!["count"]
            .GetInt64();
        Assert.InRange(sum, added, tried);
    }

    private static Task AnswersAsync(ConcurrentDictionary<string, string> answered, int count) =>
        Poll.UntilAsync(
            $"{count.ToString(CultureInfo.InvariantCulture)} answers",
            TimeSpan.FromSeconds(60),
            () =>
                Task.FromResult(
                    answered.Count >= count ? null : $"{answered.Count.ToString(CultureInfo.InvariantCulture)} answers"
                ),
            Cancellation
        );

    private static Dictionary<string, string> Counter => new() { ["domain"] = "counter" };

    private static async Task WriteAsync(
        SchematicGateway gateway,
        string name,
        ConcurrentDictionary<string, string> answered,
        CancellationToken stop
    )
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var domain = $"{name}-{i.ToString(CultureInfo.InvariantCulture)}";
            try
            {
                answered[domain] = (
                    await gateway.Companies.UpsertAsync(
                        new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                        CancellationToken.None
                    )
                )
                    .Data
                    .Id;
            }
            catch (GatewayException down) when (down.IsUnreachable || down.Status == HttpStatusCode.ServiceUnavailable)
            {
                return;
            }
        }
    }

    private static async Task AddAsync(SchematicGateway gateway, Action tried, Action added, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                tried();
                await gateway.Companies.UpsertTraitAsync(
                    new UpsertTraitRequestBody
                    {
                        Keys = Counter,
                        Trait = "count",
                        Incr = 1,
                    },
                    CancellationToken.None
                );
                added();
            }
            catch (GatewayException down) when (down.IsUnreachable || down.Status == HttpStatusCode.ServiceUnavailable)
            {
                return;
            }
        }
    }
}

public sealed class ApiApplicationTestsOnSqlite() : ApiApplicationTests(DatabaseProvider.Sqlite);

public sealed class ApiApplicationTestsOnPostgreSql() : ApiApplicationTests(DatabaseProvider.PostgreSql);
