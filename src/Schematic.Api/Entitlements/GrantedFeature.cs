using Schematic.Api.Entitlements.Terms;

namespace Schematic.Api.Entitlements;

/// <summary>A feature that a version of a plan, or an override, gives or takes away.</summary>
/// <param name="RuleId">Id of the rule that decides.</param>
/// <param name="UsageExceededRuleId">Id of the rule that denies once the limit is reached.</param>
internal sealed record GrantedFeature(
    SoldFeature Feature,
    EntitlementTerms Terms,
    string RuleId,
    string UsageExceededRuleId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
