using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Testing.Http;
using static Schematic.Dashboard.Flags.Rules.RuleEditingState;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>A <see cref="RuleEditingSession"/> on a flag that somebody else changes too.</summary>
public sealed class RuleEditingConflictTests : RuleEditingContext
{
    private static readonly FlagDetailResponseData Theirs = TwoRules() with
    {
        Rules = [.. TwoRules().Rules, FlagSamples.Rule("rule_3", "Theirs", 3)],
    };

    [Fact]
    public async Task Other_rules_saved_first_are_a_conflict()
    {
        await MeetAsync();

        Assert.Equal("\"1-2\"", Assert.IsType<Conflict>(Session.State).Theirs.Tag);
        Assert.Equal(["Uno", "Two"], Names());
        Assert.NotEmpty(Drafts.Drafts);
        Assert.Null(Session.BeginReview());
    }

    [Fact]
    public async Task In_a_conflict_the_draft_cannot_be_lost_by_the_way()
    {
        await MeetAsync();

        Session.Discard();
        Session.Restore([]);

        Assert.IsType<Conflict>(Session.State);
        Assert.Equal(["Uno", "Two"], Names());
    }

    [Fact]
    public async Task Keeping_mine_makes_it_a_change_of_theirs_and_saves_nothing()
    {
        await MeetAsync();
        Session.Comment.Comment = "For Acme.";

        Session.KeepMine();

        Assert.IsType<Rebased>(Session.State);
        Assert.Equal(["Uno", "Two"], Names());
        Assert.Equal("\"1-2\"", Session.Editor.Tag);
        Assert.Equal("For Acme.", Session.Comment.Comment);
        Assert.Single(Api.Requests);
        Assert.Contains(
            Session.BeginReview()!,
            static change => change is { Name: "Theirs", Kind: RuleChangeKind.Removed }
        );
    }

    [Fact]
    public async Task Taking_theirs_leaves_nothing_of_mine()
    {
        await MeetAsync();
        Session.Comment.Comment = "For Acme.";

        Session.TakeTheirs();

        Assert.IsType<Clean>(Session.State);
        Assert.Equal(["One", "Two", "Theirs"], Names());
        Assert.Equal(("\"1-2\"", "\"1-2\""), (Session.Editor.Tag, Session.Loaded.Tag));
        Assert.Equal("", Session.Comment.Comment);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task Choosing_twice_chooses_once()
    {
        await MeetAsync();

        Session.KeepMine();
        Session.TakeTheirs();

        Assert.IsType<Rebased>(Session.State);
        Assert.Equal(["Uno", "Two"], Names());
    }

    [Fact]
    public async Task An_edit_after_keeping_mine_is_an_edit_like_any_other()
    {
        await MeetAsync();
        Session.KeepMine();

        Edit("Two", "Dos");

        Assert.IsType<Edited>(Session.State);
    }

    [Fact]
    public async Task What_is_kept_may_meet_somebody_else_again()
    {
        await MeetAsync();
        Session.KeepMine();
        Api.On(Put, static _ => Stale("\"1-3\"", FlagSamples.Flag(rules: FlagSamples.Rule("rule_7", "Third"))));

        Assert.False(await SaveAsync());

        Assert.Equal("\"1-3\"", Assert.IsType<Conflict>(Session.State).Theirs.Tag);
        Assert.Equal(["\"1-1\"", "\"1-2\""], Api.Requests.Select(static request => request.Headers["If-Match"]));
    }

    [Fact]
    public async Task Another_name_of_the_flag_is_no_conflict_but_is_seen_before_saving()
    {
        Api.On(Put, static _ => Stale("\"1-2\"", TwoRules() with { Name = "Renamed" }));
        Edit("One", "Uno");

        Assert.False(await SaveAsync());

        Assert.IsType<Rebased>(Session.State);
        Assert.Equal("Renamed", Session.Flag.Name);
        Assert.Equal("\"1-2\"", Session.Editor.Tag);
    }

    [Fact]
    public async Task The_same_rules_saved_first_are_as_good_as_saved()
    {
        Edit("One", "Uno");
        Session.Editor.Add(RuleType.GlobalOverride);
        Api.On(Put, static (_, _) => throw new HttpRequestException("The answer is lost."));
        Assert.False(await SaveAsync());
        Api.On(
            Put,
            static _ =>
                Stale(
                    "\"1-2\"",
                    TwoRules() with
                    {
                        Rules =
                        [
                            FlagSamples.Rule("rule_1", "Uno", 1),
                            TwoRules().Rules[1],
                            FlagSamples.Rule("rule_9", "Global override", 1) with
                            {
                                RuleType = RuleType.GlobalOverride,
                            },
                        ],
                    }
                )
        );

        Assert.True(await SaveAsync());

        Assert.IsType<Clean>(Session.State);
        Assert.Equal("rule_9", Session.Editor.Rules[2].Id);
        Assert.Empty(Drafts.Drafts);
    }

    [Fact]
    public async Task Theirs_is_fetched_where_the_refusal_does_not_tell_it()
    {
        Api.OnError(Put, HttpStatusCode.PreconditionFailed, "Somebody was first.");
        Api.On(Get, static _ => WithTag(FakeApi.Data(Theirs), "\"1-2\""));
        Edit("One", "Uno");

        Assert.False(await SaveAsync());

        Assert.Equal("\"1-2\"", Assert.IsType<Conflict>(Session.State).Theirs.Tag);
    }

    [Fact]
    public async Task Theirs_that_cannot_be_fetched_is_a_failure()
    {
        Api.OnError(Put, HttpStatusCode.PreconditionFailed, "Somebody was first.");
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no flag.");
        Edit("One", "Uno");

        Assert.False(await SaveAsync());

        Assert.True(Assert.IsType<Failed>(Session.State).Failure.IsNotFound);
    }

    [Fact]
    public async Task What_is_typed_before_the_conflict_arrives_is_part_of_mine()
    {
        var answer = AnswerLater();
        Edit("One", "Uno");
        var saving = SaveAsync();

        Edit("Two", "Dos");
        answer.SetResult(Stale("\"1-2\"", Theirs));
        await saving;

        Assert.IsType<Conflict>(Session.State);
        Assert.Equal(["Uno", "Dos"], Names());
    }

    private async Task MeetAsync()
    {
        Api.On(Put, static _ => Stale("\"1-2\"", Theirs));
        Edit("One", "Uno");
        Assert.False(await SaveAsync());
    }
}
