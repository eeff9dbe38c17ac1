using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Kind of fact that a condition examines.</summary>
public enum ConditionType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The company's plan, without its add-ons.</summary>
    [JsonStringEnumMemberName("base_plan")]
    BasePlan,

    /// <summary>Billing products that the company has bought.</summary>
    [JsonStringEnumMemberName("billing_product")]
    BillingProduct,

    /// <summary>The company itself, by id.</summary>
    [JsonStringEnumMemberName("company")]
    Company,

    /// <summary>The company's balance of a credit.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,

    /// <summary>The company's count of an event over a period.</summary>
    [JsonStringEnumMemberName("metric")]
    Metric,

    /// <summary>The company's plan and add-ons.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>Versions of the company's plan and add-ons.</summary>
    [JsonStringEnumMemberName("plan_version")]
    PlanVersion,

    /// <summary>A trait of the company or the user.</summary>
    [JsonStringEnumMemberName("trait")]
    Trait,

    /// <summary>The user, by id.</summary>
    [JsonStringEnumMemberName("user")]
    User,
}
