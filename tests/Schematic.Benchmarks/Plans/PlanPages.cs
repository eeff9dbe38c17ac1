using System.Globalization;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Plans;

/// <summary>
/// Companies on plans, looked at: one company, lists by plan, and the use of 200 features. The store is left for the
/// next run.
/// </summary>
internal sealed class PlanPages(StoreOptions options, GrowthTable table)
{
    private const int Features = 200;
    private const int Plans = 5;
    private const int FeaturesOfPlan = 60;
    private const long OldCompanies = 20_000;
    private const double MaxCompany = 30;
    private const double MaxList = 100;
    private const double MaxUsage = 25;
    private const int Enough = 500;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    // Of companies in ten, the last two have no plan.
    private const int Of = 10;
    private const int WithPlan = 8;

    public async Task RunAsync()
    {
        var (store, isNew) = await StoreBeside.OpenAsync(
            options,
            string.Create(CultureInfo.InvariantCulture, $"plan-pages-{options.Companies}"),
            options.Companies
        );
        if (isNew)
            await FillAsync(store);
        await using var server = await GrowthCommand.StartAsync(store);
        using var client = new JsonClient(server.Address);
        var ids = await IdsAsync(client);
        var (plan, archived) = await PlanAsync(client);
        var everything = await CompanyIdAsync(client, options.Companies - 1);
        using var http = new RawClient(server.Address);

        await PageAsync("company page", MaxCompany, n => http.GetAsync($"/companies/{ids[n % ids.Count]}"));
        await PageAsync(
            "company page of one with 200 features",
            MaxCompany,
            _ => http.GetAsync($"/companies/{everything}")
        );
        foreach (var (name, filter) in await FiltersAsync(client, plan, archived))
            await PageAsync($"companies {name}", MaxList, _ => http.GetAsync($"/companies?limit=50&{filter}"));
        await PageAsync(
            "use of 200 features by a company",
            MaxUsage,
            _ => http.GetAsync($"/feature-usage?company_id={everything}&limit=250")
        );
        await PageAsync(
            "use of the features of a plan by a company",
            MaxUsage,
            n => http.GetAsync($"/feature-usage?company_id={ids[n % ids.Count]}&limit=250")
        );
    }

    private async Task PageAsync(string what, double goal, Func<int, Task> request)
    {
        var sample = await Sample.TakeAsync(1, WarmUp, Duration, Enough, request);
        table.AtMost(
            $"{what}, p95",
            string.Create(CultureInfo.InvariantCulture, $"{options.Companies:N0} companies"),
            goal,
            sample.Percentile(95),
            "ms",
            string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {sample.Percentile(50):0.0} ms, p99 {sample.Percentile(99):0.0} ms of {sample.Count}"
            )
        );
    }

    private async Task FillAsync(StoreOptions store)
    {
        await using var server = await InProcessServer.StartAsync(store);
        using var client = new JsonClient(server.Http.BaseAddress!);
        var catalog = new SoldCatalog(client);
        await catalog.AddFeaturesAsync(Features);
        var seeding = new PlanSeeding(server);
        // Each shares two thirds of its features with the plan before.
        for (var i = 0; i < Plans; i++)
            await catalog.AddPlanAsync($"Plan {i}", catalog.Features.Skip(i * 20).Take(FeaturesOfPlan));
        var first = await catalog.AddVersionAsync(catalog.Plans[0]);
        await seeding.AssignAsync(first.ArchivedVersionId!, 1, OldCompanies);
        for (var slot = 0; slot < WithPlan; slot++)
            await seeding.AssignAsync(
                catalog.Plans[slot % Plans].VersionId,
                OldCompanies + 1,
                options.Companies,
                slot,
                Of
            );
        foreach (var feature in catalog.Features.Where(static one => one.Kind == "numeric").TakeLast(1))
            await seeding.OverrideAsync(feature, options.Companies, 100);
        await seeding.AnalyzeAsync();
        await GiveEverythingAsync(client, catalog);
    }

    /// <summary>Gives the newest company every feature, and lets it use those that count an event.</summary>
    private async Task GiveEverythingAsync(JsonClient client, SoldCatalog catalog)
    {
        var company = await CompanyIdAsync(client, options.Companies - 1);
        await client.SendAsync(
            HttpMethod.Put,
            $"/company-plans/{company}",
            new { base_plan_id = catalog.Plans[0].Id, add_on_ids = Array.Empty<string>() }
        );
        var usage = await client.SendAsync(HttpMethod.Get, $"/feature-usage?company_id={company}&limit=250");
        var has = usage
            .EnumerateArray()
            .Select(static one => one.GetProperty("feature").GetProperty("id").GetString())
            .ToHashSet();
        foreach (var feature in catalog.Features.Where(one => !has.Contains(one.Id)))
            await catalog.OverrideAsync(company, feature, 1000);
        await client.SendAsync(
            HttpMethod.Post,
            "/event-batch",
            new
            {
                events = catalog
                    .Features.Where(static one => one.Event is not null)
                    .Select(one => new
                    {
                        event_type = "track",
                        body = new { @event = one.Event, company = new { domain = Domain(options.Companies - 1) } },
                    }),
            }
        );
    }

    private static async Task<(string PlanId, string ArchivedVersionId)> PlanAsync(JsonClient client)
    {
        foreach (var plan in (await client.SendAsync(HttpMethod.Get, "/plans?limit=250")).EnumerateArray())
        {
            foreach (var version in plan.GetProperty("versions").EnumerateArray())
            {
                if (version.GetProperty("status").GetString() == "archived")
                    return (plan.GetProperty("id").GetString()!, version.GetProperty("id").GetString()!);
            }
        }

        throw new BenchmarkException(
            "No plan has an archived version: its filling was cut short. Delete it, and it is made again."
        );
    }

    /// <summary>Lists with filters: of what many have, few have, only the oldest have, and nobody has.</summary>
    private static async Task<IReadOnlyList<(string Name, string Filter)>> FiltersAsync(
        JsonClient client,
        string planId,
        string archivedId
    )
    {
        var features = (await client.SendAsync(HttpMethod.Get, "/features?limit=250"))
            .EnumerateArray()
            .ToDictionary(
                static one => one.GetProperty("name").GetString()![^3..],
                static one => one.GetProperty("id").GetString()
            );
        return
        [
            ("on a plan", $"plan_id={planId}"),
            ("on an archived version, the oldest", $"plan_version_id={archivedId}"),
            ("on any version that is not published", "plan_version_unpublished=true"),
            ("entitled to what three plans give", $"with_entitlement_for={features["041"]}"),
            ("entitled to what one plan gives", $"with_entitlement_for={features["000"]}"),
            ("entitled by overrides alone, 1 %", $"with_entitlement_for={features["199"]}"),
            ("entitled to what one company has", $"with_entitlement_for={features["190"]}"),
            ("with an override, 1 %", $"with_feature_override_for={features["199"]}"),
            ("without that override", $"without_feature_override_for={features["199"]}"),
            ("without a plan", "without_plan=true"),
            ("on a plan, by name", $"plan_id={planId}&sort_order_column=name"),
            ("of a word, on an archived version", $"plan_version_id={archivedId}&q=robotics"),
        ];
    }

    /// <summary>Ids of companies from all over the store.</summary>
    private async Task<IReadOnlyList<string>> IdsAsync(JsonClient client)
    {
        var ids = new List<string>();
        for (var n = 0; n < 200; n++)
            ids.Add(await CompanyIdAsync(client, (int)((n + 1) * 7_368_787L % options.Companies)));
        return ids;
    }

    private static async Task<string> CompanyIdAsync(JsonClient client, int number) =>
        (await client.SendAsync(HttpMethod.Get, $"/companies/lookup?domain={Domain(number)}"))
            .GetProperty("id")
            .GetString()!;

    private static string Domain(int number) => InventedCompany.At(number, DateTimeOffset.UtcNow).Domain;
}
