using Schematic.Rules.Definitions;

namespace Schematic.Rules.Checking;

/// <summary>The names that a caller of the API knows things by.</summary>
internal static class WireNames
{
    public const string ConditionType = "condition_type";
    public const string Operator = "operator";
    public const string ResourceIds = "resource_ids";
    public const string EventSubtype = "event_subtype";
    public const string MetricPeriod = "metric_period";
    public const string MetricPeriodMonthReset = "metric_period_month_reset";
    public const string MetricValue = "metric_value";
    public const string CreditId = "credit_id";
    public const string CreditCost = "credit_cost";
    public const string TraitId = "trait_id";
    public const string TraitValue = "trait_value";
    public const string ComparisonTraitId = "comparison_trait_id";

    public static string Get(ConditionKind kind) =>
        kind switch
        {
            ConditionKind.Company => "company",
            ConditionKind.User => "user",
            ConditionKind.Plan => "plan",
            ConditionKind.PlanVersion => "plan_version",
            ConditionKind.BillingProduct => "billing_product",
            ConditionKind.BasePlan => "base_plan",
            ConditionKind.Metric => "metric",
            ConditionKind.Trait => "trait",
            ConditionKind.Credit => "credit",
            _ => "unknown",
        };

    public static string Get(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Eq => "eq",
            ComparisonOperator.Ne => "ne",
            ComparisonOperator.Gt => "gt",
            ComparisonOperator.Gte => "gte",
            ComparisonOperator.Lt => "lt",
            ComparisonOperator.Lte => "lte",
            ComparisonOperator.IsEmpty => "is_empty",
            ComparisonOperator.NotEmpty => "not_empty",
            _ => "unknown",
        };
}
