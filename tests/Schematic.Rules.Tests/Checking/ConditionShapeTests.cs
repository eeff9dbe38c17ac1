using Schematic.Rules.Checking;
using Schematic.Rules.Definitions;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Checking;

public sealed class ConditionShapeTests
{
    private static readonly TraitReference Seats = new("trdf_seats", EntityKind.Company, ComparableKind.Int);
    private static readonly TraitReference Beta = new("trdf_beta", EntityKind.User, ComparableKind.Bool);
    private static readonly ConditionDefinition Metric = ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10);

    public static TheoryData<string, string> OperatorsByKind { get; } =
        new()
        {
            { "Company", "eq ne" },
            { "User", "eq ne" },
            { "Plan", "eq ne" },
            { "PlanVersion", "eq ne" },
            { "BillingProduct", "eq ne" },
            { "BasePlan", "eq ne is_empty not_empty" },
            { "Metric", "eq ne gt gte lt lte is_empty not_empty" },
            { "Credit", "eq gte lte" },
        };

    public static TheoryData<string, ConditionDefinition, string> Misfits { get; } =
        new()
        {
            {
                "an unknown type",
                new ConditionDefinition { Kind = ConditionKind.Unknown },
                "condition_type"
            },
            {
                "an unknown operator",
                ConditionOf.Plan("plan_1") with
                {
                    Operator = ComparisonOperator.Unknown,
                },
                "operator"
            },
            { "a number for a plan", ConditionOf.Plan("plan_1") with { MetricValue = 5 }, "metric_value" },
            {
                "an event for a company",
                ConditionOf.Company("comp_1") with
                {
                    EventSubtype = "api-call",
                },
                "event_subtype"
            },
            { "a value for a user", ConditionOf.User("user_1") with { TraitValue = "eu" }, "trait_value" },
            { "ids for a metric", Metric with { ResourceIds = ["plan_1"] }, "resource_ids" },
            { "a metric of nothing", Metric with { EventSubtype = " " }, "event_subtype" },
            { "a metric against nothing", Metric with { MetricValue = null }, "metric_value" },
            {
                "a metric against a user's trait",
                Metric with
                {
                    ComparisonTrait = Seats with { Entity = EntityKind.User },
                },
                "comparison_trait_id"
            },
            {
                "a period for a trait",
                ConditionOf.Trait("trdf_1", ComparableKind.String, ComparisonOperator.Eq, "eu") with
                {
                    MetricPeriod = CounterPeriod.CurrentDay,
                },
                "metric_period"
            },
            {
                "no trait",
                new ConditionDefinition { Kind = ConditionKind.Trait },
                "trait_id"
            },
            {
                "order among booleans",
                new ConditionDefinition
                {
                    Kind = ConditionKind.Trait,
                    Trait = Beta,
                    Operator = ComparisonOperator.Gt,
                },
                "operator"
            },
            {
                "a user's trait against a company's",
                new ConditionDefinition
                {
                    Kind = ConditionKind.Trait,
                    Trait = Beta,
                    ComparisonTrait = Seats,
                },
                "comparison_trait_id"
            },
            {
                "no credit",
                new ConditionDefinition { Kind = ConditionKind.Credit },
                "credit_id"
            },
            { "a negative cost", ConditionOf.Credit("bilcr_1", -1), "credit_cost" },
            { "a credit for a metric", Metric with { CreditId = "bilcr_1" }, "credit_id" },
            {
                "plans where none are asked about",
                ConditionOf.OnIds(ConditionKind.BasePlan, "plan_1") with
                {
                    Operator = ComparisonOperator.IsEmpty,
                },
                "resource_ids"
            },
            {
                "less than enough credit",
                ConditionOf.Credit("bilcr_1") with
                {
                    Operator = ComparisonOperator.Lt,
                },
                "operator"
            },
        };

    public static TheoryData<string, ConditionDefinition> Fits { get; } =
        new()
        {
            { "no ids, which hold for nobody", ConditionOf.Plan() },
            {
                "no ids where none are asked about",
                ConditionOf.OnIds(ConditionKind.BasePlan) with
                {
                    Operator = ComparisonOperator.NotEmpty,
                }
            },
            {
                "a metric with period and reset",
                Metric with
                {
                    MetricPeriod = CounterPeriod.CurrentMonth,
                    MetricPeriodMonthReset = MonthReset.BillingCycle,
                }
            },
            { "a metric against a trait", Metric with { MetricValue = null, ComparisonTrait = Seats } },
            {
                "a metric that was never counted",
                Metric with
                {
                    MetricValue = null,
                    Operator = ComparisonOperator.IsEmpty,
                }
            },
            { "an empty text", ConditionOf.Trait("trdf_1", ComparableKind.String, ComparisonOperator.Eq, "") },
            {
                "a text that is no number",
                ConditionOf.Trait("trdf_1", ComparableKind.Int, ComparisonOperator.Eq, "seven")
            },
            { "a credit with its event", ConditionOf.Credit("bilcr_1", 0) with { EventSubtype = "api-call" } },
        };

    [Theory]
    [MemberData(nameof(OperatorsByKind))]
    public void Each_kind_has_its_operators(string kind, string operators) =>
        Assert.Equal(
            operators.Split(' ').Select(Operators.Named).Order(),
            ConditionOperators.Get(Enum.Parse<ConditionKind>(kind)).Order()
        );

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_does_not_fit_is_named(string name, ConditionDefinition condition, string field)
    {
        var wrong = ConditionShape.Check(condition);

        Assert.True(wrong?.Field == field, name);
        Assert.EndsWith(".", wrong!.Value.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void What_fits_passes(string name, ConditionDefinition condition) =>
        Assert.True(ConditionShape.Check(condition) is null, name);

    [Fact]
    public void A_message_says_what_to_do() =>
        Assert.Equal(
            ("operator", "A condition of type plan has no operator gt; use eq or ne."),
            ConditionShape.Check(ConditionOf.Plan("plan_1") with { Operator = ComparisonOperator.Gt })
        );

    [Fact]
    public void Well_formed_generated_conditions_fit()
    {
        var generator = new RuleCaseGenerator(7);

        for (var i = 0; i < 1_000; i++)
            Assert.All(
                generator
                    .NextFlag()
                    .Rules.SelectMany(static rule =>
                        rule.Conditions.Concat(rule.Groups.SelectMany(static group => group.Conditions))
                    ),
                static condition => Assert.Null(ConditionShape.Check(condition))
            );
    }
}
