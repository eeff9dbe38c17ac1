using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Testing.Http;
using static Schematic.Dashboard.Flags.Rules.RuleEditingState;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>A <see cref="RuleEditingSession"/> on which something happens while a save is on its way.</summary>
public sealed class RuleEditingRaceTests : RuleEditingContext
{
    [Fact]
    public async Task Confirming_twice_saves_once()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        Session.BeginReview();

        var first = Session.SaveAsync(Token);
        var second = Session.SaveAsync(Token);
        Assert.IsType<Saving>(Session.State);
        Assert.Null(Session.BeginReview());
        Assert.False(await second);
        answer.SetResult(Saved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1)));

        Assert.True(await first);
        Assert.Single(Api.Requests);
    }

    [Fact]
    public async Task What_is_typed_while_saving_is_kept_as_the_next_draft()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Edit("Uno", "Uno and more");
        Assert.IsType<Saving>(Session.State);
        answer.SetResult(Saved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1), TwoRules().Rules[1]));

        Assert.True(await saving);
        Assert.IsType<Edited>(Session.State);
        Assert.Equal(["Uno and more", "Two"], Names());
        Assert.Equal(["Uno", "Two"], Session.Editor.Stored.Select(static rule => rule.Name));
        Assert.Equal("\"1-2\"", Session.Editor.Tag);
        Assert.Equal("Uno and more", Drafts.Drafts[DraftKey].Rules[0].Name);
    }

    [Fact]
    public async Task A_new_rule_that_is_edited_while_it_is_saved_gets_the_id_it_was_saved_under()
    {
        var answer = AnswerLater();
        Session.Editor.Add(RuleType.GlobalOverride);
        var added = Session.Editor.OpenKey!;
        var saving = SaveAsync();

        Session.Editor.Change(Session.Editor.Find(added)! with { Value = false });
        answer.SetResult(
            Saved(
                "\"1-2\"",
                [
                    .. TwoRules().Rules,
                    FlagSamples.Rule("rule_9", "Global override", 1) with
                    {
                        RuleType = RuleType.GlobalOverride,
                    },
                ]
            )
        );
        await saving;

        var rule = Assert.Single(Session.Editor.GetTier(RuleType.GlobalOverride));
        Assert.Equal(("rule_9", false), (rule.Id, rule.Value));
        Assert.Equal("rule_9", Session.Editor.OpenKey);
        Assert.Equal(RuleChangeKind.Changed, Assert.Single(Session.BeginReview()!).Kind);
    }

    [Fact]
    public async Task Undoing_the_change_while_it_is_saved_is_a_change_of_what_was_saved()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Edit("Uno", "One");
        answer.SetResult(Saved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1), TwoRules().Rules[1]));
        await saving;

        Assert.IsType<Edited>(Session.State);
        Assert.Equal(["One", "Two"], Names());
    }

    [Fact]
    public async Task A_save_that_arrives_after_the_draft_was_discarded_is_shown()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Session.Discard();
        Assert.Equal(["One", "Two"], Names());
        Assert.True(Assert.IsType<Saving>(Session.State).IsDiscarded);
        answer.SetResult(Saved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1), TwoRules().Rules[1]));

        Assert.True(await saving);
        Assert.IsType<Clean>(Session.State);
        Assert.Equal(["Uno", "Two"], Names());
        Assert.Empty(Drafts.Drafts);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_failure_that_arrives_after_the_draft_was_discarded_is_about_nothing(HttpStatusCode status)
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Session.Discard();
        answer.SetResult(FakeApi.Error(status, "No."));

        Assert.False(await saving);
        Assert.IsType<Clean>(Session.State);
    }

    [Fact]
    public async Task A_conflict_that_arrives_after_the_draft_was_discarded_shows_theirs()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Session.Discard();
        answer.SetResult(Stale("\"1-2\"", FlagSamples.Flag(rules: FlagSamples.Rule("rule_9", "Theirs"))));

        Assert.False(await saving);
        Assert.IsType<Clean>(Session.State);
        Assert.Equal(["Theirs"], Names());
    }

    [Fact]
    public async Task An_answer_about_a_flag_that_was_deleted_meanwhile_is_ignored()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        await Session.EndAsync();
        answer.SetResult(FakeApi.Error(HttpStatusCode.NotFound, "There is no flag."));

        Assert.False(await saving);
        Assert.IsType<Deleted>(Session.State);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task A_refusal_of_a_rule_that_was_deleted_meanwhile_is_shown_beside_the_button()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Session.Editor.Delete("rule_2");
        answer.SetResult(Refusal("rules[1].conditions[0].trait_value", "It is no number."));
        await saving;

        var refusal = Assert.IsType<Refused>(Session.State).Refusal;
        Assert.Equal((null, "It is no number."), (refusal.RuleKey, refusal.Message));
    }

    [Fact]
    public async Task Rules_restored_while_saving_are_the_next_draft()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Session.Restore([FlagSamples.Rule("rule_2", "Two before", 1)]);
        Assert.IsType<Saving>(Session.State);
        answer.SetResult(Saved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1), TwoRules().Rules[1]));
        await saving;

        Assert.IsType<Edited>(Session.State);
        Assert.Equal(["Two before"], Names());
    }

    [Fact]
    public async Task A_defect_does_not_leave_the_session_saving()
    {
        Api.On(Put, static (_, _) => throw new InvalidOperationException("A defect."));
        Edit("One", "Uno");

        await Assert.ThrowsAsync<InvalidOperationException>(SaveAsync);

        Assert.IsType<Edited>(Session.State);
    }
}
