using System.Net;
using Bunit;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class SaveDockTests : PageContext
{
    private const string Put = "PUT /flags/flag_1/rules";

    private readonly RuleEditingSession _session;
    private int _saves;
    private int _discards;

    public SaveDockTests()
    {
        _session = new(
            Api.Gateway().Flags,
            new RuleDraftWriter(Drafts, "draft", Clock),
            new LoadedFlag(FlagSamples.Flag(rules: FlagSamples.Rule("rule_1", "One")), "\"1-1\"")
        );
        _session.Editor.Change(_session.Editor.Rules[0] with { Value = false });
    }

    [Theory]
    [InlineData("1 rule added, not saved", RuleChangeKind.Added)]
    [InlineData("2 rules changed, not saved", RuleChangeKind.Changed, RuleChangeKind.Changed)]
    [InlineData(
        "1 rule added, 2 removed, not saved",
        RuleChangeKind.Removed,
        RuleChangeKind.Added,
        RuleChangeKind.Removed
    )]
    [InlineData("Not saved")]
    public async Task It_says_what_is_unsaved(string text, params RuleChangeKind[] kinds)
    {
        var dock = await RenderAsync(kinds);

        Assert.Equal(text, dock.Find(".save-bar p").TextContent);
        Assert.Empty(dock.FindAll(".alert"));
    }

    [Fact]
    public async Task Its_buttons_leave_the_decision_to_the_page()
    {
        var dock = await RenderAsync();

        Button(dock, "Review and save").Click();
        Button(dock, "Discard").Click();

        Assert.Equal((1, 1), (_saves, _discards));
    }

    [Fact]
    public async Task While_saving_the_button_says_so()
    {
        Api.OnSilence(Put);
        _session.BeginReview();
        using var leaving = new CancellationTokenSource();
        var saving = _session.SaveAsync(leaving.Token);
        var dock = await RenderAsync();

        Assert.Equal("true", Button(dock, "Saving…").GetAttribute("aria-busy"));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
    }

    [Fact]
    public async Task A_failure_says_that_the_draft_is_kept()
    {
        Api.OnError(Put, HttpStatusCode.ServiceUnavailable, "The database is away.");
        await SaveAsync();

        var alert = (await RenderAsync()).Find("[role=alert]");

        Assert.Equal(
            "The API is busy. The database is away. Your draft is kept. Try again in a moment.",
            alert.TextContent.Trim()
        );
    }

    [Fact]
    public async Task A_refusal_of_no_rule_stands_beside_the_button()
    {
        Api.OnError(Put, HttpStatusCode.BadRequest, "rules has more than 100 items.");
        await SaveAsync();

        var alert = (await RenderAsync()).Find("[role=alert]");

        Assert.Equal("Nothing was saved. rules has more than 100 items.", alert.TextContent.Trim());
    }

    [Fact]
    public async Task A_draft_that_is_now_a_change_of_theirs_asks_for_another_look()
    {
        Api.OnError(Put, HttpStatusCode.PreconditionFailed, "Somebody was first.")
            .OnData("GET /flags/flag_1", FlagSamples.Flag(rules: FlagSamples.Rule("rule_9", "Theirs")));
        await SaveAsync();
        _session.KeepMine();

        var dock = await RenderAsync();

        Assert.StartsWith("Not saved yet.", dock.Find(".alert-warning").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(dock.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_browser_that_keeps_no_draft_is_no_secret()
    {
        Drafts.IsFull = true;
        _session.Editor.Delete("rule_1");

        var dock = await RenderAsync();

        Assert.StartsWith(
            "This browser does not keep your draft.",
            dock.Find(".alert-warning").TextContent.Trim(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_affected_is_counted_when_asked_for()
    {
        Api.OnData(
            "POST /flags/flag_1/impact",
            new FlagImpactResponseData
            {
                Changes = [],
                Examined = 7,
                Gained = 0,
                Lost = 0,
                Total = 7,
            }
        );
        var dock = await RenderAsync();
        Assert.DoesNotContain(Api.Requests, static request => request.Path == "/flags/flag_1/impact");

        Button(dock, "Who is affected").Click();
        dock.WaitForAssertion(() =>
            Assert.Contains("All 7 get the same answer", dock.Find(".impact").TextContent, StringComparison.Ordinal)
        );
        Button(dock, "Who is affected").Click();

        Assert.Empty(dock.FindAll(".impact"));
    }

    [Fact]
    public async Task Who_was_found_to_be_affected_goes_with_the_save_of_that_draft_and_no_other()
    {
        Api.OnData(
            "POST /flags/flag_1/impact",
            new FlagImpactResponseData
            {
                Changes = [],
                Examined = 10,
                Gained = 4,
                Lost = 0,
                Total = 10,
            }
        );
        var dock = await RenderAsync();

        Button(dock, "Who is affected").Click();

        dock.WaitForAssertion(() => Assert.Equal(4, _session.Comment.ImpactOf(_session.Editor.Rules)?.Gained));
        _session.Editor.Change(_session.Editor.Rules[0] with { Value = true });
        Assert.Null(_session.Comment.ImpactOf(_session.Editor.Rules));
    }

    private async Task SaveAsync()
    {
        _session.BeginReview();
        Assert.False(await _session.SaveAsync(Xunit.TestContext.Current.CancellationToken));
    }

    private async Task<IRenderedComponent<SaveDock>> RenderAsync(params IReadOnlyList<RuleChangeKind> kinds)
    {
        await EnterAsync();
        return Render<SaveDock>(parameters =>
            parameters
                .Add(static dock => dock.EnvironmentId, Production.Id)
                .Add(static dock => dock.Editing, _session)
                .Add(
                    static dock => dock.Changes,
                    [.. kinds.Select(static (kind, place) => new RuleChange($"{place}", "One", kind, []))]
                )
                .Add(static dock => dock.Save, () => _saves++)
                .Add(static dock => dock.Discard, () => _discards++)
        );
    }
}
