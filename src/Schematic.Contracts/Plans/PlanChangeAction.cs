using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Operation that changed a company's plans.</summary>
public enum PlanChangeAction
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The company chose its plan in a checkout.</summary>
    [JsonStringEnumMemberName("checkout")]
    Checkout,

    /// <summary>The company was created or updated with a plan.</summary>
    [JsonStringEnumMemberName("company_upsert")]
    CompanyUpsert,

    /// <summary>The company had lost its plan and got the fallback plan.</summary>
    [JsonStringEnumMemberName("fallback_plan")]
    FallbackPlan,

    /// <summary>Somebody chose the plans in the console or by an API call.</summary>
    [JsonStringEnumMemberName("manage_plan")]
    ManagePlan,

    /// <summary>The company was brought over from another system.</summary>
    [JsonStringEnumMemberName("migration")]
    Migration,

    /// <summary>The plan was linked to another product of the billing provider.</summary>
    [JsonStringEnumMemberName("plan_billing_product_changed")]
    PlanBillingProductChanged,

    /// <summary>The plan was deleted.</summary>
    [JsonStringEnumMemberName("plan_deleted")]
    PlanDeleted,

    /// <summary>The company began or ceased to match the audience of a plan.</summary>
    [JsonStringEnumMemberName("plan_trait_change")]
    PlanTraitChange,

    /// <summary>The company was moved to another version of its plan.</summary>
    [JsonStringEnumMemberName("plan_version_migration")]
    PlanVersionMigration,

    /// <summary>The plan was assigned while the installation was set up.</summary>
    [JsonStringEnumMemberName("quickstart")]
    Quickstart,

    /// <summary>The subscription changed at the billing provider.</summary>
    [JsonStringEnumMemberName("subscription_change")]
    SubscriptionChange,
}
