using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>Right of a member to change something; members without any may still see everything.</summary>
public enum AccountMemberPermission
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Change companies and assign plans to them.</summary>
    [JsonStringEnumMemberName("companies_edit")]
    CompaniesEdit,

    /// <summary>Change users and their memberships.</summary>
    [JsonStringEnumMemberName("company_users_edit")]
    CompanyUsersEdit,

    /// <summary>Change the components that customers see.</summary>
    [JsonStringEnumMemberName("components_edit")]
    ComponentsEdit,

    /// <summary>Make and change plans for single companies.</summary>
    [JsonStringEnumMemberName("custom_plans_edit")]
    CustomPlansEdit,

    /// <summary>Make data exports.</summary>
    [JsonStringEnumMemberName("data_exports_edit")]
    DataExportsEdit,

    /// <summary>Change features.</summary>
    [JsonStringEnumMemberName("features_edit")]
    FeaturesEdit,

    /// <summary>Change the rules of flags.</summary>
    [JsonStringEnumMemberName("flag_rules_edit")]
    FlagRulesEdit,

    /// <summary>Change flags, but not their rules.</summary>
    [JsonStringEnumMemberName("flags_edit")]
    FlagsEdit,

    /// <summary>Change company overrides.</summary>
    [JsonStringEnumMemberName("overrides_edit")]
    OverridesEdit,

    /// <summary>Change prices of plans and grant credits.</summary>
    [JsonStringEnumMemberName("plan_billing_edit")]
    PlanBillingEdit,

    /// <summary>Change entitlements of plans.</summary>
    [JsonStringEnumMemberName("plan_entitlements_edit")]
    PlanEntitlementsEdit,

    /// <summary>Publish and migrate versions of plans.</summary>
    [JsonStringEnumMemberName("plan_versions_edit")]
    PlanVersionsEdit,

    /// <summary>Change plans.</summary>
    [JsonStringEnumMemberName("plans_edit")]
    PlansEdit,

    /// <summary>Change webhooks.</summary>
    [JsonStringEnumMemberName("webhooks_edit")]
    WebhooksEdit,

    /// <summary>See the signing secrets of webhooks.</summary>
    [JsonStringEnumMemberName("webhooks_reveal_secret")]
    WebhooksRevealSecret,
}
