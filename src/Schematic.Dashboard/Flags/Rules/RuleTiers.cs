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

    /// <summary>Written here; the other tiers come from plans and overrides.</summary>
    public static bool IsEditable(RuleType tier) =>
        tier is RuleType.GlobalOverride or RuleType.Standard or RuleType.Default;

    /// <summary>Whatever their conditions say.</summary>
    public static bool AlwaysMatches(RuleType tier) => tier is RuleType.GlobalOverride or RuleType.Default;

    /// <summary>By priority; those of the same priority in the order the API has them.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> rules, Func<T, long> priority) => rules.OrderBy(priority);
}
