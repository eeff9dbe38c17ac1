using System.Text.RegularExpressions;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Testing;

namespace Schematic.Gateway.Tests.Flags;

public sealed partial class ConditionShapeTests
{
    private static readonly CreateOrUpdateConditionRequestBody Plan = On(ConditionType.Plan) with
    {
        ResourceIds = ["plan_1"],
    };

    private static readonly CreateOrUpdateConditionRequestBody Metric = On(ConditionType.Metric) with
    {
        EventSubtype = "api-call",
        MetricValue = 10,
    };

    private static readonly CreateOrUpdateConditionRequestBody Region = On(ConditionType.Trait) with
    {
        TraitId = "string of company",
        TraitValue = "eu",
    };

    private static readonly CreateOrUpdateConditionRequestBody Credit = On(ConditionType.Credit) with
    {
        Operator = ComparableOperator.Gte,
        CreditId = "bilcr_1",
    };

    public static TheoryData<ConditionType, string> OperatorsOfTypes { get; } =
        new()
        {
            { ConditionType.Company, "eq ne" },
            { ConditionType.User, "eq ne" },
            { ConditionType.Plan, "eq ne" },
            { ConditionType.PlanVersion, "eq ne" },
            { ConditionType.BillingProduct, "eq ne" },
            { ConditionType.BasePlan, "eq ne is_empty not_empty" },
            { ConditionType.Metric, "eq ne gt gte lt lte is_empty not_empty" },
            { ConditionType.Credit, "eq gte lte" },
            { ConditionType.Unknown, "" },
        };

    public static TheoryData<TraitType, string> OperatorsOfTraits { get; } =
        new()
        {
            { TraitType.Boolean, "eq ne is_empty not_empty" },
            { TraitType.Currency, "eq ne gt gte lt lte is_empty not_empty" },
            { TraitType.Date, "eq ne gt gte lt lte is_empty not_empty" },
            { TraitType.Number, "eq ne gt gte lt lte is_empty not_empty" },
            { TraitType.String, "eq ne gt gte lt lte is_empty not_empty" },
            { TraitType.Url, "eq ne gt gte lt lte is_empty not_empty" },
            { TraitType.Unknown, "eq ne gt gte lt lte is_empty not_empty" },
        };

    public static TheoryData<string, CreateOrUpdateConditionRequestBody, string> Misfits { get; } =
        new()
        {
            { "an unknown type", On(ConditionType.Unknown), "condition_type" },
            { "an unknown operator", Plan with { Operator = ComparableOperator.Unknown }, "operator" },
            { "a number for a plan", Plan with { MetricValue = 5 }, "metric_value" },
            { "an event for a company", On(ConditionType.Company) with { EventSubtype = "api-call" }, "event_subtype" },
            { "a value for a user", On(ConditionType.User) with { TraitValue = "eu" }, "trait_value" },
            { "ids for a metric", Metric with { ResourceIds = ["plan_1"] }, "resource_ids" },
            { "a metric without an event", Metric with { EventSubtype = " " }, "event_subtype" },
            { "a metric without a number", Metric with { MetricValue = null }, "metric_value" },
            {
                "a metric and a trait of a user",
                Metric with
                {
                    ComparisonTraitId = "number of user",
                },
                "comparison_trait_id"
            },
            { "a period for a trait", Region with { MetricPeriod = MetricPeriod.CurrentDay }, "metric_period" },
            {
                "a reset for a trait",
                Region with
                {
                    MetricPeriodMonthReset = MetricPeriodMonthReset.BillingCycle,
                },
                "metric_period_month_reset"
            },
            { "a trait condition without a trait", On(ConditionType.Trait), "trait_id" },
            {
                "order among booleans",
                Region with
                {
                    TraitId = "boolean of user",
                    Operator = ComparableOperator.Gt,
                },
                "operator"
            },
            {
                "traits of a user and a company",
                Region with
                {
                    TraitId = "boolean of user",
                    ComparisonTraitId = "number of company",
                },
                "comparison_trait_id"
            },
            { "a credit condition without a credit", Credit with { CreditId = default }, "credit_id" },
            { "a negative cost", Credit with { CreditCost = -1e-9 }, "credit_cost" },
            { "a credit for a metric", Metric with { CreditId = "bilcr_1" }, "credit_id" },
            { "a cost for a metric", Metric with { CreditCost = 1 }, "credit_cost" },
            {
                "plans for an operator without plans",
                On(ConditionType.BasePlan) with
                {
                    Operator = ComparableOperator.IsEmpty,
                    ResourceIds = ["plan_1"],
                },
                "resource_ids"
            },
            { "less than enough credit", Credit with { Operator = ComparableOperator.Lt }, "operator" },
        };

    public static TheoryData<string, CreateOrUpdateConditionRequestBody> Fits { get; } =
        new()
        {
            { "no ids, which hold for nobody", Plan with { ResourceIds = [] } },
            { "any base plan", On(ConditionType.BasePlan) with { Operator = ComparableOperator.NotEmpty } },
            {
                "a metric with period and reset",
                Metric with
                {
                    MetricPeriod = MetricPeriod.CurrentMonth,
                    MetricPeriodMonthReset = MetricPeriodMonthReset.BillingCycle,
                }
            },
            { "a metric and a trait", Metric with { MetricValue = null, ComparisonTraitId = "number of company" } },
            {
                "a metric that was never counted",
                Metric with
                {
                    MetricValue = null,
                    Operator = ComparableOperator.IsEmpty,
                }
            },
            { "an empty text", Region with { TraitValue = "" } },
            { "members without a value", Plan with { TraitId = "", TraitValue = "", CreditId = "" } },
            { "a text that is no number", Region with { TraitId = "number of company", TraitValue = "seven" } },
            { "a trait that is not known", Region with { TraitId = "trdf_1", ComparisonTraitId = "trdf_2" } },
            { "a credit with its event", Credit with { CreditCost = 0, EventSubtype = "api-call" } },
        };

    [Theory]
    [MemberData(nameof(OperatorsOfTypes))]
    public void A_type_of_condition_has_its_operators(ConditionType type, string operators) =>
        Assert.Equal(operators, Join(ConditionShape.GetOperators(type)));

    [Theory]
    [MemberData(nameof(OperatorsOfTraits))]
    public void A_type_of_trait_has_its_operators(TraitType trait, string operators) =>
        Assert.Equal(operators, Join(ConditionShape.GetOperators(ConditionType.Trait, trait)));

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_does_not_fit_is_named(string name, CreateOrUpdateConditionRequestBody condition, string field)
    {
        var mistake = ConditionShape.FindMistake(condition, Trait);

        Assert.True(mistake?.Field == field, $"{name}: {mistake}");
        Assert.EndsWith(".", mistake!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void What_fits_passes(string name, CreateOrUpdateConditionRequestBody condition) =>
        Assert.True(ConditionShape.FindMistake(condition, Trait) is null, name);

    [Fact]
    public void A_message_says_what_to_do() =>
        Assert.Equal(
            new ConditionMistake("operator", "A condition of type plan has no operator gt; use eq or ne."),
            ConditionShape.FindMistake(Plan with { Operator = ComparableOperator.Gt }, Trait)
        );

    [Fact]
    public void Every_term_but_type_and_operator_belongs_to_some_type() =>
        Assert.Equal(
            typeof(ConditionTerms)
                .GetProperties()
                .Select(static property => WireJson.Naming.ConvertName(property.Name))
                .Except(["condition_type", "operator"])
                .Order(),
            Enum.GetValues<ConditionType>().SelectMany(ConditionShape.GetMembers).Distinct().Order()
        );

    /// <summary>
    /// The table of docs/domain-language.md names every type once, with its members and its operators.
    /// </summary>
    [Fact]
    public void The_documented_table_is_the_one_in_force()
    {
        var documented = DocumentedRow()
            .Matches(File.ReadAllText(Repository.PathTo("docs/domain-language.md")))
            .SelectMany(static row =>
                Code(row.Groups["types"].Value)
                    .Select(type =>
                        (Type: type, Members: row.Groups["members"].Value, Operators: row.Groups["operators"].Value)
                    )
            )
            .Where(static row => WireEnum<ConditionType>.TryParse(row.Type, out _))
            .ToList();

        Assert.Equal(WireEnum<ConditionType>.WireNames, documented.Select(static row => row.Type).Order());
        Assert.All(
            documented,
            static row =>
            {
                Assert.True(WireEnum<ConditionType>.TryParse(row.Type, out var type));
                Assert.Equal(ConditionShape.GetMembers(type).Order(), Code(row.Members).Order());
                var operators = row.Operators.StartsWith("all", StringComparison.Ordinal)
                    ? WireEnum<ComparableOperator>.WireNames
                    : Code(row.Operators);
                Assert.Equal(
                    operators.Order(),
                    ConditionShape.GetOperators(type).Select(WireEnum<ComparableOperator>.ToWire).Order()
                );
                if (type == ConditionType.Trait)
                    Assert.Equal(
                        Join(ConditionShape.GetOperators(type, TraitType.Boolean)).Split(' '),
                        Code(row.Operators)
                    );
            }
        );
    }

    private static CreateOrUpdateConditionRequestBody On(ConditionType type) =>
        new()
        {
            ConditionType = type,
            Operator = ComparableOperator.Eq,
            ResourceIds = [],
        };

    private static ComparedTrait? Trait(string id) =>
        id switch
        {
            "string of company" => new(EntityType.Company, TraitType.String),
            "number of company" => new(EntityType.Company, TraitType.Number),
            "number of user" => new(EntityType.User, TraitType.Number),
            "boolean of user" => new(EntityType.User, TraitType.Boolean),
            _ => null,
        };

    private static string Join(IReadOnlyList<ComparableOperator> operators) =>
        string.Join(' ', operators.Select(WireEnum<ComparableOperator>.ToWire));

    private static IReadOnlyList<string> Code(string text) =>
        [.. Quoted().Matches(text).Select(static match => match.Groups["name"].Value)];

    [GeneratedRegex(
        @"^\| (?<types>`[^|]+) \| (?<members>[^|]+) \| (?<operators>[^|]+) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DocumentedRow();

    [GeneratedRegex("`(?<name>[a-z_]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
