using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleRestorationTests
{
    [Fact]
    public void Bringing_back_what_is_there_changes_nothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var rules = FlagSamples.Any(new Random(seed));

            Assert.Equal(RuleDrafts.FromContract(rules).Text(), Restored(rules, rules).Text());
        }
    }

    [Fact]
    public void What_is_gone_comes_back_without_ids()
    {
        var rule = FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1")) with
        {
            ConditionGroups = [FlagSamples.Group("cogr_1", FlagSamples.Condition("cond_2"))],
        };

        var sent = Assert.Single(Restored([rule], []).ToContract());

        Assert.Null(sent.Id);
        Assert.Null(Assert.Single(sent.Conditions).Id);
        Assert.Null(Assert.Single(sent.ConditionGroups).Id);
        Assert.Null(Assert.Single(sent.ConditionGroups[0].Conditions).Id);
    }

    [Fact]
    public void What_is_still_there_keeps_its_ids()
    {
        var then = FlagSamples.Rule(
            "rule_1",
            "Then",
            1,
            FlagSamples.Condition("cond_1"),
            FlagSamples.Condition("cond_2")
        );
        var now = FlagSamples.Rule("rule_1", "Now", 3, FlagSamples.Condition("cond_1", ConditionType.User, "user_1"));

        var sent = Assert.Single(Restored([then], [now]).ToContract());

        Assert.Equal(("rule_1", "Then", 1), (sent.Id, sent.Name, sent.Priority));
        Assert.Equal(
            [("cond_1", ConditionType.Company), (null, ConditionType.Company)],
            sent.Conditions.Select(static condition => (condition.Id, condition.ConditionType))
        );
    }

    [Fact]
    public void What_plans_and_overrides_made_stays_as_it_is()
    {
        var kept = FlagSamples.Rule("rule_p", "Plan, then") with { RuleType = RuleType.PlanEntitlement };
        var gone = FlagSamples.Rule("rule_g", "Gone") with { RuleType = RuleType.CompanyOverride };
        var made = FlagSamples.Rule("rule_m", "Made since") with { RuleType = RuleType.CompanyOverride };

        var rules = Restored(
            [kept, gone, FlagSamples.Rule("rule_1", "One")],
            [FlagSamples.Rule("rule_1", "Changed"), made, kept with { Name = "Plan, now" }]
        );

        Assert.Equal(["Plan, now", "One", "Made since"], rules.Select(static rule => rule.Name));
    }

    [Fact]
    public void What_came_since_is_taken_away_by_name()
    {
        var then = FlagSamples.Rule(
            "rule_1",
            "One",
            1,
            FlagSamples.Condition("cond_1", ConditionType.Credit) with
            {
                CreditId = "bilcr_1",
                Extra = Members("x_then"),
            }
        );
        var now = then with
        {
            Extra = Members("x_rule"),
            Conditions = [then.Conditions[0] with { CreditCost = 5, Extra = Members("x_then", "x_since") }],
        };

        var sent = Assert.Single(Restored([then], [now]).ToContract());

        var condition = Assert.Single(sent.Conditions);
        Assert.True(condition.CreditCost.IsSet);
        Assert.Null(condition.CreditCost.Value);
        Assert.Equal(
            [("x_then", JsonValueKind.String), ("x_since", JsonValueKind.Null)],
            condition.Extra!.Select(static member => (member.Key, member.Value.ValueKind))
        );
        Assert.Equal(
            [("x_rule", JsonValueKind.Null)],
            sent.Extra!.Select(static member => (member.Key, member.Value.ValueKind))
        );
    }

    private static IReadOnlyList<RuleDraft> Restored(
        IReadOnlyList<RuleDetailResponseData> saved,
        IReadOnlyList<RuleDetailResponseData> stored
    ) => new RuleRestoration(RuleDrafts.FromContract(stored)).Of(saved);

    private static Dictionary<string, JsonElement> Members(params string[] names) =>
        names.ToDictionary(static name => name, static name => JsonSerializer.SerializeToElement("text"));
}
