using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;

namespace Schematic.Api.Tests.Flags.Rules;

public sealed class EnumNamesTests
{
    [Fact]
    public void Every_enum_of_the_engine_has_the_members_of_its_counterpart_on_the_wire()
    {
        AssertSame<ConditionKind, ConditionType>();
        AssertSame<ComparisonOperator, ComparableOperator>();
        AssertSame<RuleTier, RuleType>();
        AssertSame<CounterPeriod, MetricPeriod>();
        AssertSame<MonthReset, MetricPeriodMonthReset>();
        AssertSame<EntitlementKind, EntitlementValueType>();
        AssertSame<Outcome, ExplainedOutcome>();
    }

    [Fact]
    public void A_member_finds_its_name_in_the_other_enum()
    {
        Assert.Equal(ConditionKind.BasePlan, ConditionType.BasePlan.ToEngine());
        Assert.Equal(ComparisonOperator.NotEmpty, ComparableOperator.NotEmpty.ToEngine());
        Assert.Equal(RuleTier.PlanEntitlementUsageExceeded, RuleType.PlanEntitlementUsageExceeded.ToEngine());
        Assert.Equal(CounterPeriod.CurrentMonth, MetricPeriod.CurrentMonth.ToEngine());
        Assert.Equal(MonthReset.BillingCycle, MetricPeriodMonthReset.BillingCycle.ToEngine());
        Assert.Equal(EntitlementValueType.Credit, EntitlementKind.Credit.ToContract());
        Assert.Equal(ExplainedOutcome.NotReached, Outcome.NotReached.ToContract());
    }

    [Fact]
    public void What_a_newer_version_sends_is_unknown_or_nothing()
    {
        Assert.Equal(ConditionKind.Unknown, ((ConditionType)99).ToEngine());
        Assert.Equal(ComparisonOperator.Unknown, ((ComparableOperator)99).ToEngine());
        Assert.Null(MetricPeriod.Unknown.ToEngine());
        Assert.Null(MetricPeriodMonthReset.Unknown.ToEngine());
        Assert.Equal(RuleType.Unknown, ((RuleTier)99).ToContract());
    }

    private static void AssertSame<TEngine, TWire>()
        where TEngine : struct, Enum
        where TWire : struct, Enum
    {
        Assert.Equal(NamesOf<TWire>(), NamesOf<TEngine>());
        Assert.All(
            Enum.GetValues<TEngine>(),
            static value => Assert.Equal(value.ToString(), EnumNames<TEngine, TWire>.Find(value)?.ToString())
        );
    }

    // The engine needs no name for what it does not know where it has another answer to it.
    private static IEnumerable<string> NamesOf<T>()
        where T : struct, Enum => Enum.GetNames<T>().Where(static name => name != "Unknown").Order();
}
