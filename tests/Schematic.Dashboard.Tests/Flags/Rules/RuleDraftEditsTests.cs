using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleDraftEditsTests
{
    private static readonly RuleDraft Rule = Assert.Single(
        RuleDrafts.FromContract([
            FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1"), FlagSamples.Condition("cond_2")) with
            {
                ConditionGroups =
                [
                    FlagSamples.Group("cogr_1", FlagSamples.Condition("cond_3")),
                    FlagSamples.Group("cogr_2", FlagSamples.Condition("cond_4")),
                ],
            },
        ])
    );

    private static readonly ConditionDraft New = Conditions.New();

    [Fact]
    public void A_condition_is_added_behind_the_others() =>
        Assert.Equal(["cond_1", "cond_2", New.Key], Keys(Rule.Add(New).Conditions));

    [Fact]
    public void A_group_begins_with_a_condition()
    {
        var group = Rule.AddGroup(New).Groups[2];

        Assert.Equal([New.Key], Keys(group.Conditions));
        Assert.Null(group.Id);
    }

    [Fact]
    public void An_alternative_is_added_to_its_group_only()
    {
        var groups = Rule.AddTo("cogr_2", New).Groups;

        Assert.Equal(["cond_4", New.Key], Keys(groups[1].Conditions));
        Assert.Same(Rule.Groups[0], groups[0]);
    }

    [Theory]
    [InlineData("cond_2")]
    [InlineData("cond_4")]
    public void A_condition_is_changed_wherever_it_stands(string key)
    {
        var body = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.User,
            Operator = ComparableOperator.Ne,
            ResourceIds = ["user_1"],
        };

        var changed = Rule.Change(key, body);

        Assert.Same(body, changed.AllConditions.Single(condition => condition.Key == key).Body);
        Assert.Equal(
            Rule.AllConditions.Where(condition => condition.Key != key),
            changed.AllConditions.Where(condition => condition.Key != key)
        );
    }

    [Theory]
    [InlineData("cond_1", "cond_2 cond_3 cond_4")]
    [InlineData("cond_3", "cond_1 cond_2 cond_4")]
    public void A_condition_is_removed_wherever_it_stands(string key, string left)
    {
        var rule = Rule.Remove(key);

        Assert.Equal(left, string.Join(' ', Keys(rule.AllConditions)));
        Assert.Equal(2, rule.Groups.Count);
    }

    [Fact]
    public void A_group_is_removed_with_its_conditions() =>
        Assert.Equal(["cogr_2"], Rule.RemoveGroup("cogr_1").Groups.Select(static group => group.Key));

    private static IEnumerable<string> Keys(IEnumerable<ConditionDraft> conditions) =>
        conditions.Select(static condition => condition.Key);
}
