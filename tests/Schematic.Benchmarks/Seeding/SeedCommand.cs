using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Invented;

namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// Fills an empty store with companies, below the server but exactly as the server would have written them.
/// </summary>
internal static class SeedCommand
{
    private const int Batch = 50_000;

    public static async Task RunAsync(StoreOptions options)
    {
        var clock = Stopwatch.StartNew();
        var now = TimeProvider.System.Now();
        var scope = await PrepareAsync(options, now);
        await using (var store = Open(options, scope))
        {
            await store.BeginAsync();
            await Phase.TimeAsync(
                $"writing {options.Companies:N0} companies",
                () => WriteAsync(store, options.Companies, now)
            );
            await store.EndAsync();
        }

        var seconds = clock.Elapsed.TotalSeconds;
        await Phase.TimeAsync("checking against the server", () => SeedCheck.RunAsync(options, scope, now));
        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds, 7:0.0} s  in all for {options.Companies:N0} companies ({options.Companies / seconds:N0}/s), the check apart"
            )
        );
    }

    /// <summary>
    /// When company <paramref name="number"/> was made: one after the other over the two years before
    /// <paramref name="now"/>.
    /// </summary>
    public static DateTimeOffset CreatedAt(int number, int companies, DateTimeOffset now) =>
        now.AddMicroseconds(-(long)(TimeSpan.FromDays(730).TotalMicroseconds * (companies - number) / companies));

    private static async Task<SeedScope> PrepareAsync(StoreOptions options, DateTimeOffset now)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var db = database.OpenAccount();
        var environment = await db.Environments.Select(row => row.Seq).SingleAsync();
        await using (var inEnvironment = database.Open(environment))
        {
            if (await inEnvironment.Entities.AnyAsync())
                throw new BenchmarkException("The store holds companies already. Seed an empty one.");
        }

        return await SeedScope.PrepareAsync(database, environment, now);
    }

    private static IBulkStore Open(StoreOptions options, SeedScope scope) =>
        options.Provider == DatabaseProvider.Sqlite
            ? new SqliteBulkStore(Path.Combine(options.Data, "schematic.db"), scope)
            : new PostgreSqlBulkStore(options.Connection!, scope);

    // The next rows are computed while the last ones are written: two cores, both busy.
    private static async Task WriteAsync(IBulkStore store, int companies, DateTimeOffset now)
    {
        var next = Task.Run(() => Make(0, companies, now));
        for (var first = 0; first < companies; first += Batch)
        {
            var rows = await next;
            var after = first + Batch;
            next = Task.Run(() => Make(after, companies, now));
            await store.WriteAsync(rows);
        }
    }

    private static List<SeedRows> Make(int first, int companies, DateTimeOffset now)
    {
        var rows = new List<SeedRows>(Batch);
        for (var number = first; number < Math.Min(first + Batch, companies); number++)
            rows.Add(SeedRows.Of(InventedCompany.At(number, now), CreatedAt(number, companies, now)));
        return rows;
    }
}
