using System.Globalization;

namespace Schematic.Benchmarks.Plans;

/// <param name="Kind">Says what plans give of it: boolean, numeric, a limit in a trait, or unlimited.</param>
internal sealed record SoldFeature(string Id, string FlagKey, string Kind, string? Event);

internal sealed record SoldPlan(string Id, string VersionId, string? ArchivedVersionId);

/// <summary>Features and plans made over HTTP: what is sold in the environment of the benchmark's key.</summary>
internal sealed class SoldCatalog(JsonClient first)
{
    private JsonClient _client = first;

    // Of ten features in turn. Of each event one feature uses it.
    private static readonly string[] Kinds =
    [
        "boolean",
        "numeric",
        "boolean",
        "numeric",
        "trait",
        "boolean",
        "numeric",
        "unlimited",
        "boolean",
        "numeric",
    ];

    private readonly string _tag = Guid.NewGuid().ToString("n")[..8];
    private readonly List<SoldFeature> _features = [];
    private readonly List<SoldPlan> _plans = [];

    public IReadOnlyList<SoldFeature> Features => _features;

    public IReadOnlyList<SoldPlan> Plans => _plans;

    /// <summary>Goes on at another server of the same store.</summary>
    public void MoveTo(JsonClient client) => _client = client;

    public async Task AddFeaturesAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var kind = Kinds[i % Kinds.Length];
            var key = Text($"plans-{_tag}-{i:000}");
            var subtype = kind == "boolean" ? null : Text($"event-{_tag}-{i:000}");
            var feature = await _client.SendAsync(
                HttpMethod.Post,
                "/features",
                new
                {
                    name = key,
                    description = "",
                    feature_type = subtype is null ? "boolean" : "event",
                    event_subtype = subtype,
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
            _features.Add(new SoldFeature(feature.GetProperty("id").GetString()!, key, kind, subtype));
        }
    }

    /// <summary>Publishes a plan, or an add-on, that gives these.</summary>
    public async Task<SoldPlan> AddPlanAsync(string name, IEnumerable<SoldFeature> features, string type = "plan")
    {
        var plan = await _client.SendAsync(
            HttpMethod.Post,
            "/plans",
            new
            {
                name = $"{name} {_tag}",
                description = "",
                plan_type = type,
            }
        );
        var id = plan.GetProperty("id").GetString()!;
        var trait = await TraitIdAsync();
        foreach (var feature in features)
            await _client.SendAsync(HttpMethod.Post, "/plan-entitlements", Entitlement(id, feature, trait, 100));
        var sold = new SoldPlan(id, await PublishAsync(id, "leave"), null);
        _plans.Add(sold);
        return sold;
    }

    /// <summary>Publishes another version of a plan, that gives one feature less; its companies stay.</summary>
    /// <returns>The plan with the version that nobody gets any more.</returns>
    public async Task<SoldPlan> AddVersionAsync(SoldPlan plan)
    {
        var given = await _client.SendAsync(HttpMethod.Get, $"/plan-entitlements?plan_id={plan.Id}&limit=1");
        await _client.SendAsync(HttpMethod.Delete, $"/plan-entitlements/{given[0].GetProperty("id").GetString()}");
        var next = new SoldPlan(plan.Id, await PublishAsync(plan.Id, "leave"), plan.VersionId);
        _plans[_plans.IndexOf(plan)] = next;
        return next;
    }

    /// <summary>Gives a numeric feature of a plan another limit, in its draft.</summary>
    public async Task SetLimitAsync(SoldPlan plan, SoldFeature feature, long limit)
    {
        var given = await _client.SendAsync(
            HttpMethod.Get,
            $"/plan-entitlements?plan_id={plan.Id}&feature_id={feature.Id}"
        );
        await _client.SendAsync(
            HttpMethod.Put,
            $"/plan-entitlements/{given[0].GetProperty("id").GetString()}",
            new { value_type = "numeric", value_numeric = limit }
        );
    }

    /// <returns>The id of the version that was the draft.</returns>
    public async Task<string> PublishAsync(string planId, string strategy)
    {
        var id = await DraftIdAsync(planId);
        await PublishVersionAsync(id, strategy);
        return id;
    }

    public async Task<string> DraftIdAsync(string planId) =>
        (await _client.SendAsync(HttpMethod.Get, $"/plans/{planId}"))
            .GetProperty("draft_version")
            .GetProperty("id")
            .GetString()!;

    public Task PublishVersionAsync(string versionId, string strategy) =>
        _client.SendAsync(
            HttpMethod.Put,
            $"/plans/version/{versionId}/publish",
            new { migration_strategy = strategy, excluded_company_ids = Array.Empty<string>() }
        );

    /// <summary>Overrides a feature for one company.</summary>
    public Task OverrideAsync(string companyId, SoldFeature feature, long limit) =>
        _client.SendAsync(
            HttpMethod.Post,
            "/company-overrides",
            new
            {
                company_id = companyId,
                feature_id = feature.Id,
                value_type = feature.Event is null ? "boolean" : "numeric",
                value_bool = feature.Event is null ? true : (bool?)null,
                value_numeric = feature.Event is null ? null : (long?)limit,
            }
        );

    private static object Entitlement(string planId, SoldFeature feature, string traitId, long limit) =>
        new
        {
            plan_id = planId,
            feature_id = feature.Id,
            value_type = feature.Kind,
            value_bool = feature.Kind == "boolean" ? true : (bool?)null,
            value_numeric = feature.Kind == "numeric" ? limit : (long?)null,
            value_trait_id = feature.Kind == "trait" ? traitId : null,
            metric_period = feature.Event is null ? null : "current_month",
        };

    /// <summary>The trait that every seeded company has a number in.</summary>
    private async Task<string> TraitIdAsync()
    {
        var definitions = await _client.SendAsync(
            HttpMethod.Get,
            "/entity-trait-definitions?entity_type=company&q=seats"
        );
        return definitions
            .EnumerateArray()
            .First(static one => one.GetProperty("display_name").GetString() == "seats")
            .GetProperty("id")
            .GetString()!;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
