using Schematic.Rules.Definitions;

namespace Schematic.Rules;

/// <summary>The sentences that explain a verdict. SDKs compare some of them. Source: domain, flag evaluation.</summary>
public static class Reasons
{
    public const string NoRulesMatched = "No rules matched; default value for flag";
    public const string FlagNotFound = "Flag not found";
    public const string CompanyNotFound = "Company not found";
    public const string UserNotFound = "User not found";
    public const string NoContext = "No company or user context; default value for flag";

    internal static string Matched(RuleDefinition rule) =>
        $"Matched {Name(rule.Tier)} rule \"{rule.Name}\" ({rule.Id})";

    private static string Name(RuleTier tier) =>
        tier switch
        {
            RuleTier.GlobalOverride => "global override",
            RuleTier.CompanyOverride => "company override",
            RuleTier.PlanEntitlement => "plan entitlement",
            RuleTier.CompanyOverrideUsageExceeded => "company override usage exceeded",
            RuleTier.PlanEntitlementUsageExceeded => "plan entitlement usage exceeded",
            RuleTier.Default => "default",
            _ => "standard",
        };
}
