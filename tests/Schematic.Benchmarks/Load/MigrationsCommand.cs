using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Changes;
using Schematic.Benchmarks.Growth;
using Schematic.Contracts.Plans;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Publishes a plan that every company of a seeded store has, and moves them all to the new version: how long until the
/// answer and until the last company, and how quick checks of 2,000 of them are before and meanwhile.
/// </summary>
internal static class MigrationsCommand
{
    private const int AssignedAtOnce = 5000;
    private const int Pages = 8;
    private const int PageSize = 250;
    private const double MaxSeconds = 30;
    private const double CompaniesOfGoal = 100_000;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(10);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var key = Text($"migrated-{Guid.NewGuid():n}");
        var (version, companies) = await PrepareAsync(options, key);
        var address = LoadCommand.FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}", "--RateLimits:ChecksPerSecond=10000000"],
            new Uri(address, "/health/ready")
        );
        using var client = new RawClient(server.Address);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
        var bodies = await BodiesAsync(http);
        var table = new GrowthTable();

        var quiet = await ChecksAsync(Before, () => false);
        var hasEnded = false;
        var checks = ChecksAsync(TimeSpan.FromMinutes(10), () => hasEnded);
        var clock = Stopwatch.StartNew();
        await SendAsync(
            http,
            HttpMethod.Put,
            $"/plans/version/{version}/publish",
            new { migration_strategy = "immediate", excluded_company_ids = Array.Empty<string>() }
        );
        var answered = clock.Elapsed;
        await EndAsync(http, version);
        var moved = clock.Elapsed;
        hasEnded = true;
        var busy = await checks;

        var size = Text($"{companies:N0} companies");
        table.AtMost("publishing, answered", size, null, answered.TotalMilliseconds, "ms");
        table.AtMost(
            "publishing, last company moved",
            size,
            MaxSeconds * Math.Max(1, companies / CompaniesOfGoal),
            moved.TotalSeconds,
            "s",
            Text($"{companies / moved.TotalSeconds:N0} companies/s")
        );
        Write(table, "nothing beside", quiet);
        Write(table, "while companies are moved", busy);
        return table.AllMet;

        Task<Sample> ChecksAsync(TimeSpan duration, Func<bool> isEnough) =>
            Sample.TakeAsync(
                1,
                TimeSpan.Zero,
                duration,
                int.MaxValue,
                n => client.PostAsync($"/flags/{key}/check", bodies[n % bodies.Count]),
                isEnough
            );
    }

    private static void Write(GrowthTable table, string when, Sample checks) =>
        table.AtMost(
            "a check, p99",
            when,
            null,
            checks.Percentile(99),
            "ms",
            Text($"p50 {checks.Percentile(50):0.00} ms, longest {checks.Percentile(100):0.0} ms, {checks.Count} checks")
        );

    /// <summary>A plan that gives a feature, all companies on it, and a draft of it.</summary>
    /// <returns>Id of the draft, and the number of companies.</returns>
    private static async Task<(string Version, int Companies)> PrepareAsync(StoreOptions options, string key)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var feature = await SendAsync(
            server.Http,
            HttpMethod.Post,
            "/features",
            new
            {
                name = key,
                description = "",
                feature_type = "boolean",
                flag = new
                {
                    key,
                    name = key,
                    description = "",
                    flag_type = "boolean",
                    default_value = false,
                },
            }
        );
        var plan = await SendAsync(server.Http, HttpMethod.Post, "/plans", new { name = key, plan_type = "plan" });
        var (planId, first) = (Id(plan), Id(plan.GetProperty("draft_version")));
        await SendAsync(
            server.Http,
            HttpMethod.Put,
            $"/plans/version/{first}/publish",
            new { migration_strategy = "leave", excluded_company_ids = Array.Empty<string>() }
        );
        var companies = await AssignAsync(server.Services, planId);
        await SendAsync(
            server.Http,
            HttpMethod.Post,
            "/plan-entitlements",
            new
            {
                plan_id = planId,
                feature_id = Id(feature),
                value_type = "boolean",
                value_bool = true,
            }
        );
        var changed = await SendAsync(server.Http, HttpMethod.Get, $"/plans/{planId}", null);
        return (Id(changed.GetProperty("draft_version")), companies);
    }

    private static async Task<int> AssignAsync(IServiceProvider services, string planId)
    {
        var (database, benefits) = (
            services.GetRequiredService<IDatabase>(),
            services.GetRequiredService<IPlanBenefits>()
        );
        List<long> seqs;
        int environment;
        await using (var db = database.OpenAccount())
        {
            environment = await db.Environments.Select(static row => row.Seq).SingleAsync();
            seqs = await db
                .Companies.IgnoreQueryFilters()
                .Where(row => row.EnvironmentSeq == environment)
                .Select(static row => row.Seq)
                .ToListAsync();
        }

        foreach (var some in seqs.Chunk(AssignedAtOnce))
            await database.WriteAsync(
                environment,
                async (db, token) =>
                {
                    var writer = new CompanyPlanWriter(db, TimeProvider.System.Now(), benefits);
                    var plan = (await writer.LockPlansAsync([planId], token))[planId];
                    await writer.LockCompaniesAsync(some, token);
                    await writer.SetAsync(
                        [.. some.Select(seq => new WantedPlans(seq, [plan.Seq]))],
                        new PlanChangeCause(PlanChangeAction.Quickstart, PlanChangeActor.System),
                        token
                    );
                },
                CancellationToken.None
            );
        return seqs.Count;
    }

    /// <summary>Bodies of checks, each for another company.</summary>
    private static async Task<IReadOnlyList<byte[]>> BodiesAsync(HttpClient http)
    {
        var bodies = new List<byte[]>();
        for (var page = 0; page < Pages; page++)
        {
            var companies = await SendAsync(
                http,
                HttpMethod.Get,
                Text($"/companies?limit={PageSize}&offset={page * PageSize}"),
                null
            );
            bodies.AddRange(
                companies
                    .EnumerateArray()
                    .Select(static company => Encoding.UTF8.GetBytes($$$"""{"company":{"id":"{{{Id(company)}}}"}}"""))
            );
        }

        return bodies;
    }

    private static async Task EndAsync(HttpClient http, string version)
    {
        while (true)
        {
            var migrations = await SendAsync(
                http,
                HttpMethod.Get,
                $"/plan-version-migrations?plan_version_id={version}",
                null
            );
            var status = migrations[0].GetProperty("status").GetString();
            if (status == "completed")
                return;
            if (status == "failed")
                throw new BenchmarkException($"The migration failed: {migrations[0]}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new BenchmarkException(
                $"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
    }

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
