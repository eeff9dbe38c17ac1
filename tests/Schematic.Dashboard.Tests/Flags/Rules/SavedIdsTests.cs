using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class SavedIdsTests
{
    private static readonly RuleDraft New = new()
    {
        Key = "new-1",
        Tier = RuleType.Standard,
        Name = "New",
        Priority = 2,
        Conditions = [Condition("new-2")],
        Groups = [new GroupDraft { Key = "new-3", Conditions = [Condition("new-4"), Condition("new-5")] }],
    };

    private static readonly IReadOnlyList<RuleDraft> Saved = RuleDrafts.FromContract([
        FlagSamples.Rule("rule_9", "New", 2, FlagSamples.Condition("cond_9")) with
        {
            ConditionGroups =
            [
                FlagSamples.Group("cogr_9", FlagSamples.Condition("cond_10"), FlagSamples.Condition("cond_11")),
            ],
        },
        FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1")),
    ]);

    private static readonly RuleDraft One = Saved[1];

    [Fact]
    public void A_new_rule_gets_the_ids_of_all_its_parts()
    {
        var ids = new SavedIds([One, New], Saved);

        var rule = ids.Apply(New with { Name = "Renamed since" });

        Assert.Equal(("rule_9", "rule_9", "Renamed since"), (rule.Key, rule.Id, rule.Name));
        Assert.Equal(("cogr_9", "cogr_9"), (rule.Groups[0].Key, rule.Groups[0].Id));
        Assert.Equal(["cond_9", "cond_10", "cond_11"], rule.AllConditions.Select(static condition => condition.Key));
        Assert.Equal(
            ["cond_9", "cond_10", "cond_11"],
            rule.AllConditions.Select(static condition => condition.Body.Id)
        );
        Assert.Equal("rule_9", ids.KeyOf("new-1"));
    }

    [Fact]
    public void A_new_condition_of_an_old_rule_gets_its_id()
    {
        var sent = One with { Conditions = [Condition("new-7")] };

        var rule = new SavedIds([sent, New], Saved).Apply(sent);

        Assert.Equal(("rule_1", "cond_1"), (rule.Id, Assert.Single(rule.Conditions).Body.Id));
    }

    [Fact]
    public void Parts_made_since_stay_new()
    {
        var since = Condition("new-8");

        var rule = new SavedIds([One, New], Saved).Apply(New with { Conditions = [.. New.Conditions, since] });

        Assert.Same(since, rule.Conditions[1]);
        Assert.Null(new SavedIds([One], Saved).Apply(New).Id);
    }

    [Fact]
    public void Two_new_rules_of_one_name_get_two_ids()
    {
        IReadOnlyList<RuleDraft> saved = [Saved[0], Saved[0] with { Key = "rule_10", Id = "rule_10" }];
        var ids = new SavedIds([New, New with { Key = "new-9" }], saved);

        Assert.Equal(("rule_9", "rule_10"), (ids.KeyOf("new-1"), ids.KeyOf("new-9")));
    }

    [Fact]
    public void Conditions_are_not_mixed_up_if_the_api_answers_others_than_were_sent()
    {
        var sent = New with { Conditions = [Condition("new-2"), Condition("new-6")] };

        var rule = new SavedIds([sent], Saved).Apply(sent);

        Assert.Equal("rule_9", rule.Id);
        Assert.All(rule.Conditions, static condition => Assert.Null(condition.Body.Id));
    }

    private static ConditionDraft Condition(string key) => Conditions.New() with { Key = key };
}
