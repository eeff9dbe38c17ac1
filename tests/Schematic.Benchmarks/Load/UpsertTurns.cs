using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Seeding;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Upserts of many clients, and turn by turn with them a loader that commits the same rows on the same database: the
/// machine's mood meets both. Works on any store, and adds companies to it.
/// </summary>
internal sealed class UpsertTurns : IAsyncDisposable
{
    public const int Clients = 16;

    private const int Group = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    // Fresh numbers for each run: a tenth of a million a second, the server's first and the loader's after them.
    private readonly int _first = 100_000_000 + (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 10_000 * 100_000);
    private readonly List<long> _loaded = [];
    private readonly ServerProcess _server;
    private readonly IBareLoader _loader;
    private readonly RawClient _client;
    private int _sent;
    private int _seen;
    private int _updated;

    private UpsertTurns(ServerProcess server, IBareLoader loader)
    {
        (_server, _loader) = (server, loader);
        _client = new RawClient(server.Address);
    }

    /// <summary>Starts a server of its own on the store.</summary>
    public static async Task<UpsertTurns> StartAsync(StoreOptions options)
    {
        var scope = await PrepareAsync(options);
        var address = LoadCommand.FreeAddress();
        var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}"],
            new Uri(address, "/health/ready")
        );
        IBareLoader loader =
            options.Provider == DatabaseProvider.Sqlite
                ? new SqliteLoader(Path.Combine(options.Data, "schematic.db"), scope)
                : await PostgreSqlLoader.OpenAsync(options.Connection!, scope);
        return new UpsertTurns(server, loader);
    }

    public Task<UpsertFigures> NewAsync(int turns) => MeasureAsync(turns, _ => SendNewAsync(), InsertAsync);

    /// <summary>Companies that <see cref="NewAsync"/> made are seen again.</summary>
    public Task<UpsertFigures> ExistingAsync(int turns) => MeasureAsync(turns, _ => SendExistingAsync(), UpdateAsync);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _loader.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<SeedScope> PrepareAsync(StoreOptions options)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var db = database.OpenAccount();
        return await SeedScope.PrepareAsync(
            database,
            await db.Environments.Select(row => row.Seq).SingleAsync(),
            TimeProvider.System.Now()
        );
    }

    private async Task<double> InsertAsync()
    {
        var before = _loaded.Count;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Turn)
        {
            var now = TimeProvider.System.Now();
            _loaded.AddRange(
                await _loader.InsertAsync([
                    .. Enumerable
                        .Range(0, Group)
                        .Select(i => SeedRows.Of(InventedCompany.At(LoadedNumber(_loaded.Count + i), now), now)),
                ])
            );
        }

        return (_loaded.Count - before) / clock.Elapsed.TotalSeconds;
    }

    // As the clients do: every company once before any of them again, whose entries would stand side by side by then.
    private async Task<double> UpdateAsync()
    {
        var before = _updated;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Turn)
        {
            var now = TimeProvider.System.Now();
            await _loader.UpdateAsync([
                .. Enumerable
                    .Range(_updated, Group)
                    .Select(n =>
                    {
                        var at = (int)(n * 7_368_787L % _loaded.Count);
                        var company = InventedCompany.At(LoadedNumber(at), now).SeenAgain(n, now);
                        return (SeedRows.Of(company, now) with { Seq = _loaded[at] }, n % 10 == 0);
                    }),
            ]);
            _updated += Group;
        }

        return (_updated - before) / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The number of the company that the loader inserted as its <paramref name="n"/>-th.</summary>
    private int LoadedNumber(int n) => _first + 50_000_000 + n;

    private Task SendNewAsync() =>
        _client.PostAsync(
            "/companies",
            InventedCompany.At(_first + Interlocked.Increment(ref _sent), DateTimeOffset.UtcNow).ToUpsertBody()
        );

    private Task SendExistingAsync()
    {
        var n = Interlocked.Increment(ref _seen);
        var number = _first + 1 + (int)(n * 7_368_787L % (_sent - Clients));
        return _client.PostAsync(
            "/companies",
            InventedCompany.At(number, DateTimeOffset.UtcNow).SeenAgain(n, DateTimeOffset.UtcNow).ToUpsertBody()
        );
    }

    private async Task<UpsertFigures> MeasureAsync(int turns, Func<int, Task> request, Func<Task<double>> loadAsync)
    {
        await Sample.TakeAsync(Clients, TimeSpan.Zero, WarmUp, int.MaxValue, request);
        var measured = new List<(Sample, double, string)>();
        for (var turn = 0; turn < turns; turn++)
        {
            var share = ProcessorShare.Start(_server);
            var sample = await Sample.TakeAsync(Clients, TimeSpan.Zero, Turn, int.MaxValue, request);
            var cores = share().ToString();
            measured.Add((sample, await loadAsync(), cores));
        }

        return new UpsertFigures(measured);
    }
}

/// <summary>What turns of upserts came to; each figure is the median of the turns.</summary>
internal sealed class UpsertFigures(IReadOnlyList<(Sample Sample, double OfLoader, string Cores)> turns)
{
    public double PerSecond => Median(turns.Select(static turn => turn.Sample.PerSecond));

    public double OfLoader => Median(turns.Select(static turn => turn.Sample.PerSecond / turn.OfLoader));

    public double LongestMilliseconds => turns.Max(static turn => turn.Sample.Percentile(100));

    /// <summary>For each turn the upserts a second, and those of the loader.</summary>
    public string Each =>
        string.Join(
            ", ",
            turns.Select(static turn =>
                string.Create(CultureInfo.InvariantCulture, $"{turn.Sample.PerSecond:N0} of {turn.OfLoader:N0}")
            )
        );

    public string Cores => string.Join(", ", turns.Select(static turn => turn.Cores));

    /// <summary>In milliseconds.</summary>
    public double Percentile(double percent) => Median(turns.Select(turn => turn.Sample.Percentile(percent)));

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
