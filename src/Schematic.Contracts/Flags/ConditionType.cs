using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Wire values: base_plan, billing_product, company, credit, metric, plan, plan_version, trait, user. <c>Unknown</c> is a value a newer server sent.</summary>
public enum ConditionType
{
    Unknown = 0,

    [JsonStringEnumMemberName("base_plan")]
    BasePlan,

    [JsonStringEnumMemberName("billing_product")]
    BillingProduct,

    [JsonStringEnumMemberName("company")]
    Company,

    [JsonStringEnumMemberName("credit")]
    Credit,

    [JsonStringEnumMemberName("metric")]
    Metric,

    [JsonStringEnumMemberName("plan")]
    Plan,

    [JsonStringEnumMemberName("plan_version")]
    PlanVersion,

    [JsonStringEnumMemberName("trait")]
    Trait,

    [JsonStringEnumMemberName("user")]
    User,
}
