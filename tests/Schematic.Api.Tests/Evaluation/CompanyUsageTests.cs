using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Evaluation;

public sealed class CompanyUsageTests
{
    // A Friday.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);
    private static readonly CompanyContext Company = CompanyContext.Prepare(new CompanyFacts { Id = "comp_1" });

    [Fact]
    public void What_is_counted_is_added_in_the_periods_of_its_day()
    {
        var usage = Read(new CountedEvent(1, "e", 2, new PeriodCounts(50, 40, 30, 20), Now, Now));

        usage.Add(Change(events: 3, after: 5, (Now, 1), (Now.AddDays(-6), 10), (Now.AddDays(-30), 100)));

        Assert.Equal([161, 51, 31, 21], Counters(usage));
    }

    [Fact]
    public void What_was_read_already_is_not_added_again()
    {
        var usage = Read(new CountedEvent(1, "e", 5, new PeriodCounts(50, 50, 50, 50), Now, Now));

        usage.Add(Change(events: 1, after: 5, (Now, 7)));

        Assert.Equal([50, 50, 50, 50], Counters(usage));
        Assert.True(usage.IsFresh(Now));
    }

    [Fact]
    public void What_another_instance_counted_in_between_makes_it_be_read_again()
    {
        var usage = Read(new CountedEvent(1, "e", 5, new PeriodCounts(50, 50, 50, 50), Now, Now));

        usage.Add(Change(events: 1, after: 7, (Now, 7)));

        Assert.False(usage.IsFresh(Now));
    }

    [Fact]
    public void An_event_that_was_never_counted_begins_at_nothing()
    {
        var usage = Read();

        usage.Add(Change(events: 1, after: 1, (Now, 7)));

        Assert.Equal([7, 7, 7, 7], Counters(usage));
    }

    [Fact]
    public void The_counters_of_a_day_end_with_it()
    {
        var usage = Read(new CountedEvent(1, "e", 5, new PeriodCounts(50, 50, 50, 50), Now, Now));

        Assert.True(usage.IsFresh(Now.AddHours(10)));
        Assert.False(usage.IsFresh(Now.AddHours(11)));
    }

    [Fact]
    public void What_others_count_is_read_again_after_a_quarter_of_a_second_and_not_for_every_check()
    {
        var usage = Read();
        usage.MarkStale();

        Assert.True(usage.IsFresh(Now.AddMilliseconds(249)));
        Assert.False(usage.IsFresh(Now.AddMilliseconds(250)));
    }

    private static CompanyUsage Read(params IReadOnlyList<CountedEvent> counted) => new(counted, Now);

    private static UsageChange Change(long events, long after, params (DateTimeOffset At, long Quantity)[] days) =>
        new(1, "e", events, after, [.. days.Select(static day => (MetricPeriods.Day(day.At), day.Quantity))]);

    /// <summary>Counters of all time, this month, this week and today, as rules find them.</summary>
    private static IEnumerable<long> Counters(CompanyUsage usage)
    {
        var context = usage.Apply(Company);
        foreach (
            var period in new[]
            {
                CounterPeriod.AllTime,
                CounterPeriod.CurrentMonth,
                CounterPeriod.CurrentWeek,
                CounterPeriod.CurrentDay,
            }
        )
        {
            var value = 0L;
            while (Reaches(context, period, value + 1))
                value++;
            yield return value;
        }
    }

    private static bool Reaches(CompanyContext company, CounterPeriod period, long value) =>
        FlagEvaluator
            .Evaluate(
                PreparedFlag.Prepare(
                    new FlagDefinition
                    {
                        Id = "flag_1",
                        Key = "flag",
                        Rules =
                        [
                            new RuleDefinition
                            {
                                Id = "rule_1",
                                Value = true,
                                Conditions =
                                [
                                    new ConditionDefinition
                                    {
                                        Kind = ConditionKind.Metric,
                                        Operator = ComparisonOperator.Gte,
                                        EventSubtype = "e",
                                        MetricPeriod = period,
                                        MetricValue = value,
                                    },
                                ],
                            },
                        ],
                    }
                ),
                new CheckSubject(company, null)
            )
            .Value;
}
