using Schematic.Dashboard.Flags.Rules;
using static Schematic.Dashboard.Flags.Rules.RuleEditingState;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>What becomes of a draft in the browser: <see cref="RuleDraftWriter"/> below a session.</summary>
public sealed class RuleDraftWriterTests : RuleEditingContext
{
    [Fact]
    public void Each_change_is_stored_with_its_time_and_the_state_it_changes()
    {
        Edit("One", "Uno");

        var draft = Drafts.Drafts[DraftKey];
        Assert.Equal((Clock.GetUtcNow(), "\"1-1\""), (draft.SavedAt, draft.Tag));
        Assert.Equal(["Uno", "Two"], draft.Rules.Select(static rule => rule.Name));
        Edit("Uno", "Unos");
        Assert.Equal("Unos", Drafts.Drafts[DraftKey].Rules[0].Name);
    }

    [Fact]
    public void A_draft_that_was_undone_is_removed()
    {
        Edit("One", "Uno");
        Edit("Uno", "One");

        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task A_draft_of_an_earlier_visit_waits_to_be_continued()
    {
        Edit("One", "Uno");
        var later = NewSession(TwoRules());

        await later.OpenAsync();
        Assert.Equal(Clock.GetUtcNow(), Assert.IsType<DraftFound>(later.State).Draft.SavedAt);
        Assert.False(later.IsEditable);
        Assert.True(later.HasDraft);
        later.ContinueDraft();

        Assert.IsType<Edited>(later.State);
        Assert.Equal("Uno", later.Editor.Rules[0].Name);
        later.ContinueDraft();
        Assert.IsType<Edited>(later.State);
    }

    [Fact]
    public async Task A_continued_draft_is_saved_against_the_state_it_was_made_of()
    {
        Edit("One", "Uno");
        var later = NewSession(TwoRules(), "\"1-5\"");
        await later.OpenAsync();

        later.ContinueDraft();

        Assert.Equal("\"1-1\"", later.Editor.Tag);
    }

    [Fact]
    public async Task A_draft_of_an_earlier_visit_can_be_discarded()
    {
        Edit("One", "Uno");
        var later = NewSession(TwoRules());
        await later.OpenAsync();

        await later.DiscardDraftAsync();

        Assert.IsType<Clean>(later.State);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task A_draft_that_says_what_is_stored_by_now_is_none()
    {
        Edit("One", "Uno");
        var later = NewSession(TwoRules() with { Rules = [FlagSamples.Rule("rule_1", "Uno", 1), TwoRules().Rules[1]] });

        await later.OpenAsync();

        Assert.IsType<Clean>(later.State);
    }

    [Fact]
    public async Task Another_name_of_the_flag_does_not_remove_a_draft_that_waits()
    {
        Edit("One", "Uno");
        var later = NewSession(TwoRules());
        await later.OpenAsync();

        later.UpdateFlag(new(TwoRules() with { Name = "Renamed" }, "\"1-2\""));

        Assert.IsType<DraftFound>(later.State);
        Assert.NotEmpty(Drafts.Drafts);
    }

    [Fact]
    public async Task Restoring_replaces_a_draft_that_waits()
    {
        Edit("One", "Uno");
        var later = NewSession(TwoRules());
        await later.OpenAsync();

        later.Restore([FlagSamples.Rule("rule_2", "Two before", 1)]);

        Assert.IsType<Edited>(later.State);
        Assert.Equal("Two before", Assert.Single(Drafts.Drafts[DraftKey].Rules).Name);
    }

    [Fact]
    public void A_browser_that_stores_nothing_is_told_of_and_forgiven()
    {
        Drafts.IsFull = true;
        var changes = 0;
        Session.Changed += () => changes++;

        Edit("One", "Uno");
        Assert.False(Session.IsDraftStored);
        Assert.Equal(2, changes);

        Drafts.IsFull = false;
        Edit("Uno", "Unos");
        Assert.True(Session.IsDraftStored);
    }

    [Fact]
    public async Task A_defect_of_the_store_is_not_swallowed()
    {
        Drafts.Defect = new InvalidOperationException("A defect.");

        Edit("One", "Uno");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Session.DraftWrite);
        Assert.IsType<Edited>(Session.State);
    }
}
