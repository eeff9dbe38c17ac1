using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>
/// First step of a <see cref="Ladder"/>: plan, add-ons and override of the company that speak of the flag's feature,
/// which of them counts, and how much is used.
/// </summary>
public sealed partial class LadderStanding : CancellableComponent
{
    private PageLoader<CompanyFeature?> _feature = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string CompanyName { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string FeatureId { get; set; } = "";

    /// <summary>The answer that it belongs to: it is loaded anew with each.</summary>
    [Parameter]
    [EditorRequired]
    public object Answer { get; set; } = default!;

    /// <summary>Plan and entitlements of the company, as soon as they are known.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> RulesFound { get; set; }

    private CompanyFeature? Standing => _feature.State.Value;

    private bool IsLoaded => _feature.State.HasValue;

    private LoadFailure? Failure => _feature.State.Failure;

    private string FeatureName => Standing?.Name ?? "the feature";

    protected override void OnInitialized() => _feature = NewLoader<CompanyFeature?>();

    protected override Task OnParametersSetAsync() => _feature.LoadAsync(Answer, LoadAsync);

    private async Task<CompanyFeature?> LoadAsync(CancellationToken cancellationToken)
    {
        var entitlements = Session.Gateway.Entitlements;
        var usage = await entitlements.ListFeatureUsageAsync(
            new()
            {
                CompanyId = CompanyId,
                FeatureIds = [FeatureId],
                IncludeCandidates = true,
            },
            cancellationToken
        );
        var overrides = await entitlements.ListOverridesAsync(
            new() { CompanyId = CompanyId, FeatureId = FeatureId },
            cancellationToken
        );
        await RulesFound.InvokeAsync(Rules(usage.Data));
        return CompanyFeatures.Create(usage.Data, overrides.Data, Time.GetUtcNow()) is [var only, ..] ? only : null;
    }

    // Where the rules of plans lead to.
    private static Dictionary<string, string> Rules(IReadOnlyList<FeatureUsageResponseData> usage)
    {
        var plans = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var given in usage.SelectMany(static one => one.Candidates ?? []).Select(static one => one.PlanEntitlement)
        )
        {
            if (given is null)
                continue;
            plans[given.RuleId] = given.PlanId;
            if (given.RuleIdUsageExceeded is { } exceeded)
                plans[exceeded] = given.PlanId;
        }

        return plans;
    }

    private static string Window(FeatureUsageResponseData usage) =>
        usage switch
        {
            { Feature.FeatureType: FeatureType.Trait } => "The company's trait, as it is now",
            { Period: MetricPeriod.CurrentDay } => "Today, since 00:00 UTC",
            { Period: MetricPeriod.CurrentWeek } => "This week, since Sunday 00:00 UTC",
            { Period: MetricPeriod.CurrentMonth, MonthReset: MetricPeriodMonthReset.BillingCycle } =>
                "This billing month",
            { Period: MetricPeriod.CurrentMonth } => "This month, since the 1st 00:00 UTC",
            _ => "Since the beginning",
        };
}
