using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Dashboard.Tests.Entitlements;

/// <summary>Entitlements, overrides and features as the API answers them.</summary>
internal static class EntitlementSamples
{
    private static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An event feature whose units are called API calls.</summary>
    public static FeatureResponseData Feature(
        string id = "feat_calls",
        string name = "API access",
        FeatureType type = FeatureType.Event
    ) =>
        new()
        {
            Id = id,
            Name = name,
            FeatureType = type,
            EventSubtype = type == FeatureType.Event ? "api_call" : null,
            SingularName = type == FeatureType.Event ? "API call" : null,
            PluralName = type == FeatureType.Event ? "API calls" : null,
            Description = "",
            Icon = "",
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static PlanEntitlementResponseData Entitlement(
        FeatureResponseData? feature = null,
        EntitlementValueType type = EntitlementValueType.Unlimited,
        string id = "pltl_1"
    ) =>
        new()
        {
            Id = id,
            PlanId = "plan_pro",
            EnvironmentId = "env_production",
            Feature = feature ?? Feature(),
            FeatureId = feature?.Id ?? "feat_calls",
            RuleId = "rule_1",
            ValueType = type,
            CurrencyPrices = [],
            WarningTiers = [],
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static CompanyOverrideResponseData Override(
        FeatureResponseData? feature = null,
        EntitlementValueType type = EntitlementValueType.Unlimited
    ) =>
        new()
        {
            Id = "cmov_1",
            CompanyId = "comp_1",
            EnvironmentId = "env_production",
            Feature = feature ?? Feature(),
            FeatureId = feature?.Id ?? "feat_calls",
            ValueType = type,
            Notes = [],
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static BillingCreditResponseData Credit(string name = "AI credit", string? plural = "AI credits") =>
        new()
        {
            Id = "bilcr_1",
            Name = name,
            PluralName = plural,
            SingularName = name,
            BurnStrategy = BillingCreditBurnStrategy.FirstInFirstOut,
            CostEditable = true,
            CurrencyPrices = [],
            DefaultExpiryUnit = BillingCreditExpiryUnit.Days,
            DefaultRolloverPolicy = BillingCreditRolloverPolicy.None,
            Description = "",
            CreatedAt = Long,
            UpdatedAt = Long,
        };
}
