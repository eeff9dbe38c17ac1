using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleViewTests
{
    private static readonly RuleView View = new()
    {
        Rule = RuleDrafts.FromContract([FlagSamples.Rule("rule_1", "One")])[0],
        Place = 0,
        Count = 1,
        Warnings = ["Always matches."],
    };

    [Fact]
    public void Views_are_equal_while_nothing_of_the_rule_has_changed()
    {
        Assert.Equal(View, View with { Rule = View.Rule with { } });

        Assert.NotEqual(View, View with { Rule = View.Rule with { Name = "Uno" } });
        Assert.NotEqual(View, View with { Place = 1 });
        Assert.NotEqual(View, View with { Count = 2 });
        Assert.NotEqual(View, View with { IsEditable = true });
        Assert.NotEqual(View, View with { IsOpen = true });
        Assert.NotEqual(View, View with { IsDropTarget = true });
        Assert.NotEqual(View, View with { VocabularyVersion = 1 });
        Assert.NotEqual(View, View with { Refusal = new RuleRefusal("rule_1", null, "", "No.") });
        Assert.NotEqual(View, View with { Warnings = ["Always matches."] });
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Only_an_open_rule_that_can_be_edited_has_fields(bool isOpen, bool isEditable, bool hasFields) =>
        Assert.Equal(hasFields, (View with { IsOpen = isOpen, IsEditable = isEditable }).HasFields);

    [Theory]
    [InlineData(null, "name", "No.")]
    [InlineData(null, "priority", null)]
    [InlineData("cond_1", "name", null)]
    public void A_refused_name_is_a_refusal_of_the_rule_itself(string? condition, string field, string? error) =>
        Assert.Equal(error, (View with { Refusal = new RuleRefusal("rule_1", condition, field, "No.") }).NameError);
}
