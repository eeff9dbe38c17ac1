using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The seven kinds of rule in the order they are tried.</summary>
internal static class RuleTiers
{
    public static IReadOnlyList<RuleType> All { get; } =
    [
        RuleType.GlobalOverride,
        RuleType.CompanyOverride,
        RuleType.PlanEntitlement,
        RuleType.CompanyOverrideUsageExceeded,
        RuleType.PlanEntitlementUsageExceeded,
        RuleType.Standard,
        RuleType.Default,
    ];

    public static string Title(RuleType tier) =>
        tier switch
        {
            RuleType.GlobalOverride => "Global override",
            RuleType.CompanyOverride => "Company overrides",
            RuleType.PlanEntitlement => "Plan entitlements",
            RuleType.CompanyOverrideUsageExceeded => "Company overrides, usage exceeded",
            RuleType.PlanEntitlementUsageExceeded => "Plan entitlements, usage exceeded",
            RuleType.Standard => "Rules",
            RuleType.Default => "Default",
            _ => "Unknown",
        };

    public static string Explanation(RuleType tier) =>
        tier switch
        {
            RuleType.GlobalOverride => "Decides for everyone, before anything else",
            RuleType.CompanyOverride => "Made by overrides on companies",
            RuleType.PlanEntitlement => "Made by the plans that sell the feature",
            RuleType.CompanyOverrideUsageExceeded => "Made by overrides with a limit, once it is used up",
            RuleType.PlanEntitlementUsageExceeded => "Made by plans with a limit, once it is used up",
            RuleType.Standard => "Tried from top to bottom; the first that matches decides",
            RuleType.Default => "For everyone that nothing above decides about",
            _ => "",
        };

    /// <summary>
    /// Whether rules of this tier are written in this console; those of the others come from plans and overrides.
    /// </summary>
    public static bool IsEditable(RuleType tier) =>
        tier is RuleType.GlobalOverride or RuleType.Standard or RuleType.Default;

    /// <summary>Whether rules of this tier match everyone, whatever their conditions say.</summary>
    public static bool AlwaysMatches(RuleType tier) => tier is RuleType.GlobalOverride or RuleType.Default;

    /// <summary>
    /// Orders rules of one tier by priority; rules of the same priority stay in the order of the API.
    /// </summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> rules, Func<T, long> priority) => rules.OrderBy(priority);

    /// <summary>Returns the rules of the known tiers in the order they are tried.</summary>
    public static IEnumerable<RuleDraft> GetOrdered(IReadOnlyList<RuleDraft> rules) =>
        All.SelectMany(tier => InOrder(rules.Where(rule => rule.Tier == tier), static rule => rule.Priority));
}
