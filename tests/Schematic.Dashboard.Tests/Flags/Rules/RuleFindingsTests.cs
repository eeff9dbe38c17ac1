using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleFindingsTests
{
    private readonly RuleVocabulary _vocabulary = new();
    private readonly RuleFindings _findings = new();
    private readonly RuleEditor _editor = new(
        [
            FlagSamples.Rule("rule_0", "Some", 0, FlagSamples.Condition("cond_0", ConditionType.Company, "comp_0")),
            FlagSamples.Rule("rule_1", "All", 1),
            FlagSamples.Rule(
                "rule_2",
                "Never reached",
                2,
                FlagSamples.Condition("cond_2", ConditionType.Company, "comp_1")
            ),
        ],
        null
    );

    [Fact]
    public void A_rule_without_findings_has_an_empty_list() => Assert.Empty(_findings.GetWarnings("rule_9"));

    [Fact]
    public void Warnings_belong_to_their_rule()
    {
        Update();

        Assert.Empty(_findings.GetWarnings("rule_0"));
        Assert.NotEmpty(_findings.GetWarnings("rule_2"));
    }

    [Fact]
    public void The_same_warnings_are_the_same_list_after_another_edit()
    {
        Update();
        var before = _findings.GetWarnings("rule_2");

        _editor.Change(_editor.Find("rule_2")! with { Name = "Renamed" });
        Update();

        Assert.Same(before, _findings.GetWarnings("rule_2"));
    }

    [Fact]
    public void A_warning_goes_when_its_reason_does()
    {
        Update();

        _editor.Delete("rule_1");
        Update();

        Assert.Empty(_findings.GetWarnings("rule_2"));
    }

    [Fact]
    public void Changes_are_those_of_the_draft_as_it_is()
    {
        Update();
        Assert.Empty(_findings.Changes);

        _editor.Delete("rule_1");
        Assert.Empty(_findings.Changes);
        Update();
        Assert.Equal(RuleChangeKind.Removed, Assert.Single(_findings.Changes).Kind);

        _editor.Accept([], null);
        Update();
        Assert.Empty(_findings.Changes);
    }

    [Fact]
    public void A_name_learnt_is_in_the_changes()
    {
        _editor.Delete("rule_2");
        Update();
        _vocabulary.LearnName("comp_1", "Acme");
        Update();

        Assert.Contains("Acme", Assert.Single(_findings.Changes[0].Lines).Before, StringComparison.Ordinal);
    }

    private void Update() => _findings.Update(_editor, _vocabulary);
}
