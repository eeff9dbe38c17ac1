using System.Net;
using System.Text.Json.Nodes;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using static Schematic.Dashboard.Flags.Rules.RuleEditingState;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleEditingSessionTests : RuleEditingContext
{
    [Fact]
    public void A_session_begins_clean_and_editable()
    {
        Assert.IsType<Clean>(Session.State);
        Assert.True(Session.IsEditable);
        Assert.False(Session.IsDirty);
        Assert.Null(Session.BeginReview());
        Assert.IsType<Clean>(Session.State);
    }

    [Fact]
    public void Rules_that_are_not_understood_cannot_be_edited()
    {
        var session = NewSession(
            FlagSamples.Flag(
                rules: FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1", ConditionType.Unknown))
            )
        );

        Assert.False(session.IsEditable);
    }

    [Fact]
    public void An_edit_is_undone_by_its_opposite()
    {
        Edit("One", "Uno");
        Assert.IsType<Edited>(Session.State);

        Edit("Uno", "One");
        Assert.IsType<Clean>(Session.State);
    }

    [Fact]
    public void Opening_a_rule_is_no_edit()
    {
        Session.Editor.Open("rule_1");

        Assert.IsType<Clean>(Session.State);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public void Each_change_is_announced_once()
    {
        var changes = 0;
        Session.Changed += () => changes++;

        Edit("One", "Uno");
        Assert.Equal(1, changes);
        Session.Discard();
        Assert.Equal(2, changes);
    }

    [Fact]
    public void Discarding_leaves_the_stored_rules_and_no_comment()
    {
        Edit("One", "Uno");
        Session.Comment.Comment = "For Acme.";

        Session.Discard();

        Assert.IsType<Clean>(Session.State);
        Assert.Equal(["One", "Two"], Names());
        Assert.Equal("", Session.Comment.Comment);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public void A_review_tells_what_would_change_and_can_be_cancelled()
    {
        Edit("One", "Uno");

        var change = Assert.Single(Session.BeginReview()!);
        Assert.Equal("Uno", change.Name);
        Assert.IsType<Reviewing>(Session.State);
        Session.CancelReview();

        Assert.IsType<Edited>(Session.State);
    }

    [Fact]
    public void A_second_click_opens_no_second_review()
    {
        Edit("One", "Uno");

        Assert.NotNull(Session.BeginReview());
        Assert.Null(Session.BeginReview());
        Assert.IsType<Reviewing>(Session.State);
    }

    [Fact]
    public async Task Behind_a_review_the_page_stays_as_it_was()
    {
        Api.OnError(Put, HttpStatusCode.ServiceUnavailable, "Busy.");
        Edit("One", "Uno");
        await SaveAsync();
        var failed = Assert.IsType<Failed>(Session.State);

        Session.BeginReview();
        Assert.Same(failed, Session.Shown);
        Session.CancelReview();

        Assert.Same(failed, Session.State);
    }

    [Fact]
    public void A_draft_that_lacks_something_is_refused_without_being_sent()
    {
        Session.Editor.Add(RuleType.Standard);
        var added = Session.Editor.OpenKey;
        Session.Editor.Open(null);

        Assert.Null(Session.BeginReview());

        var refused = Assert.IsType<Refused>(Session.State);
        Assert.Equal((added, "trait_id"), (refused.Refusal.RuleKey, refused.Refusal.Field));
        Assert.Equal(added, Session.Editor.OpenKey);
        Assert.Empty(Api.Requests);
    }

    [Fact]
    public void Changing_the_refused_rule_takes_the_refusal_away_and_changing_another_does_not()
    {
        Session.Editor.Add(RuleType.Standard);
        var added = Session.Editor.OpenKey!;
        Session.BeginReview();

        Edit("One", "Uno");
        Assert.IsType<Refused>(Session.State);
        Session.Editor.Move(added, 0);
        Assert.IsType<Refused>(Session.State);
        Session.Editor.Change(Session.Editor.Find(added)! with { Value = false });
        Assert.IsType<Edited>(Session.State);
    }

    [Fact]
    public async Task What_was_not_reviewed_is_not_sent()
    {
        Edit("One", "Uno");

        Assert.False(await Session.SaveAsync(Token));

        Assert.Empty(Api.Requests);
        Assert.IsType<Edited>(Session.State);
    }

    [Fact]
    public async Task A_save_sends_the_draft_its_state_and_the_comment()
    {
        AnswerSaved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1), FlagSamples.Rule("rule_2", "Two", 2));
        Edit("One", "Uno");
        Session.Comment.Comment = " For Acme. ";

        Assert.True(await SaveAsync());

        var sent = Assert.Single(Api.Requests);
        Assert.Equal("\"1-1\"", sent.Headers["If-Match"]);
        Assert.Equal("For Acme.", JsonNode.Parse(sent.Body!)!["comment"]!.GetValue<string>());
        Assert.IsType<Clean>(Session.State);
        Assert.Equal("\"1-2\"", Session.Loaded.Tag);
        Assert.Equal("\"1-2\"", Session.Editor.Tag);
        Assert.Equal(["Uno", "Two"], Session.Flag.Rules.Select(static rule => rule.Name));
        Assert.Equal("", Session.Comment.Comment);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task A_refusal_of_the_api_is_shown_at_its_condition()
    {
        RefuseSave("rules[1].conditions[0].trait_value", "It is no number.");
        Edit("One", "Uno");

        Assert.False(await SaveAsync());

        var refused = Assert.IsType<Refused>(Session.State);
        Assert.Equal(
            ("rule_2", "cond_2", "trait_value"),
            (refused.Refusal.RuleKey, refused.Refusal.ConditionKey, refused.Refusal.Field)
        );
        Assert.Equal("rule_2", Session.Editor.OpenKey);
        Assert.NotEmpty(Drafts.Drafts);
        Assert.NotNull(Session.BeginReview());
    }

    [Fact]
    public async Task A_lost_connection_keeps_the_draft_and_can_be_tried_again()
    {
        Api.On(Put, static (_, _) => throw new HttpRequestException("The line is cut."));
        Edit("One", "Uno");

        Assert.False(await SaveAsync());
        var failed = Assert.IsType<Failed>(Session.State);
        Assert.True(failed.Failure is { IsPassing: true, IsUnanswered: true });
        Assert.NotEmpty(Drafts.Drafts);

        AnswerSaved("\"1-2\"", FlagSamples.Rule("rule_1", "Uno", 1), FlagSamples.Rule("rule_2", "Two", 2));
        Assert.True(await SaveAsync());
        Assert.IsType<Clean>(Session.State);
    }

    [Fact]
    public async Task An_edit_takes_the_failure_away()
    {
        Api.OnError(Put, HttpStatusCode.ServiceUnavailable, "Busy.");
        Edit("One", "Uno");
        await SaveAsync();
        Assert.IsType<Failed>(Session.State);

        Edit("Two", "Dos");

        Assert.IsType<Edited>(Session.State);
    }

    [Fact]
    public async Task A_flag_that_was_deleted_meanwhile_leaves_the_draft_to_be_copied()
    {
        Api.OnError(Put, HttpStatusCode.NotFound, "There is no flag \"flag_1\".");
        Edit("One", "Uno");

        Assert.False(await SaveAsync());

        Assert.True(Assert.IsType<Failed>(Session.State).Failure.IsNotFound);
        Assert.Equal(["Uno", "Two"], Names());
        Assert.True(Session.IsDirty);
    }

    [Fact]
    public async Task Leaving_while_saving_is_no_failure()
    {
        Api.OnSilence(Put);
        Edit("One", "Uno");
        Session.BeginReview();
        using var leaving = new CancellationTokenSource();
        var saving = Session.SaveAsync(leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.IsType<Edited>(Session.State);
    }

    [Fact]
    public async Task Deleting_the_flag_ends_the_session_and_removes_its_draft()
    {
        Edit("One", "Uno");

        await Session.EndAsync();

        Assert.IsType<Deleted>(Session.State);
        Assert.False(Session.IsDirty);
        Assert.Empty(Drafts.Drafts);
        Edit("Two", "Dos");
        Session.Discard();
        Session.Restore([]);
        Assert.Null(Session.BeginReview());
        Assert.IsType<Deleted>(Session.State);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public void Restoring_makes_earlier_rules_the_draft()
    {
        Edit("One", "Uno");
        Session.Comment.Comment = "For Acme.";

        Session.Restore([FlagSamples.Rule("rule_2", "Two before", 1)]);

        Assert.IsType<Edited>(Session.State);
        Assert.Equal(["Two before"], Names());
        Assert.Equal("", Session.Comment.Comment);
    }

    [Fact]
    public void Restoring_what_is_stored_leaves_nothing_to_save()
    {
        Edit("One", "Uno");

        Session.Restore(Session.Flag.Rules);

        Assert.IsType<Clean>(Session.State);
    }

    [Fact]
    public void Another_name_of_the_flag_is_taken_over_without_touching_the_draft()
    {
        Edit("One", "Uno");

        Session.UpdateFlag(new(Session.Flag with { Name = "Renamed" }, "\"1-2\""));

        Assert.IsType<Edited>(Session.State);
        Assert.Equal("Renamed", Session.Flag.Name);
        Assert.Equal(["Uno", "Two"], Names());
        Assert.Equal("\"1-2\"", Session.Editor.Tag);
    }

    [Fact]
    public void A_draft_of_other_rules_than_the_flag_has_by_now_still_conflicts()
    {
        Edit("One", "Uno");

        Session.UpdateFlag(new(FlagSamples.Flag(rules: FlagSamples.Rule("rule_9", "Theirs")), "\"1-3\""));

        Assert.Equal("\"1-1\"", Session.Editor.Tag);
    }

    [Fact]
    public void A_clean_session_shows_the_rules_that_came_with_another_name()
    {
        Session.UpdateFlag(new(FlagSamples.Flag(rules: FlagSamples.Rule("rule_9", "Theirs")), "\"1-3\""));

        Assert.IsType<Clean>(Session.State);
        Assert.Equal(["Theirs"], Names());
    }
}
