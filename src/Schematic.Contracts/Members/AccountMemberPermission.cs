using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>Wire values: companies_edit, company_users_edit, components_edit, custom_plans_edit, data_exports_edit, features_edit, flag_rules_edit, flags_edit, overrides_edit, plan_billing_edit, plan_entitlements_edit, plan_versions_edit, plans_edit, webhooks_edit, webhooks_reveal_secret. <c>Unknown</c> is a value a newer server sent.</summary>
public enum AccountMemberPermission
{
    Unknown = 0,

    [JsonStringEnumMemberName("companies_edit")]
    CompaniesEdit,

    [JsonStringEnumMemberName("company_users_edit")]
    CompanyUsersEdit,

    [JsonStringEnumMemberName("components_edit")]
    ComponentsEdit,

    [JsonStringEnumMemberName("custom_plans_edit")]
    CustomPlansEdit,

    [JsonStringEnumMemberName("data_exports_edit")]
    DataExportsEdit,

    [JsonStringEnumMemberName("features_edit")]
    FeaturesEdit,

    [JsonStringEnumMemberName("flag_rules_edit")]
    FlagRulesEdit,

    [JsonStringEnumMemberName("flags_edit")]
    FlagsEdit,

    [JsonStringEnumMemberName("overrides_edit")]
    OverridesEdit,

    [JsonStringEnumMemberName("plan_billing_edit")]
    PlanBillingEdit,

    [JsonStringEnumMemberName("plan_entitlements_edit")]
    PlanEntitlementsEdit,

    [JsonStringEnumMemberName("plan_versions_edit")]
    PlanVersionsEdit,

    [JsonStringEnumMemberName("plans_edit")]
    PlansEdit,

    [JsonStringEnumMemberName("webhooks_edit")]
    WebhooksEdit,

    [JsonStringEnumMemberName("webhooks_reveal_secret")]
    WebhooksRevealSecret,
}
