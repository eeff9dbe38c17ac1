using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>Unsaved rules, through all that happens to a page.</summary>
[Collection<FlagJourneys>]
public sealed class FlagDraftTests(Chromium chromium, FlagConsole console)
{
    private static readonly LocatorAssertionsToBeHiddenOptions Reconnected = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_draft_outlives_a_reload_until_it_is_saved()
    {
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, id) = await BeginAsync(visitor, "Reloaded");

        await visitor.Page.ReloadAsync();
        await Assertions.Expect(flag.DraftBar).ToBeVisibleAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["One", "Two"]);
        await flag.Button("Continue").ClickAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Drafted", "Two"]);
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();
        await flag.SaveAsync("Reloaded");

        Assert.Equal(["Drafted", "Two"], (await console.RulesAsync(id)).Select(static rule => rule.Name));
        await ExpectNoDraftAsync(visitor, flag, ["Drafted", "Two"]);
    }

    [Fact]
    public async Task A_draft_that_is_discarded_does_not_come_back()
    {
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, _) = await BeginAsync(visitor, "Discarded");

        await flag.Discard.ClickAsync();
        await flag.SureToDiscard.ClickAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["One", "Two"]);
        await Assertions.Expect(flag.SaveBar).ToHaveCountAsync(0);

        await ExpectNoDraftAsync(visitor, flag, ["One", "Two"]);
    }

    [Fact]
    public async Task A_draft_that_was_left_can_be_discarded_unseen()
    {
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, _) = await BeginAsync(visitor, "Left");

        await visitor.Page.ReloadAsync();
        await flag.Button("Discard").ClickAsync();
        await Assertions.Expect(flag.DraftBar).ToHaveCountAsync(0);
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();

        await ExpectNoDraftAsync(visitor, flag, ["One", "Two"]);
    }

    [Fact]
    public async Task A_draft_goes_on_over_a_cut_line_with_what_was_typed_meanwhile()
    {
        await using var visitor = await console.VisitAsync(chromium);
        var (frame, line) = (new Frame(visitor), await Line.ThroughAsync(visitor));
        var (flag, id) = await BeginAsync(visitor, "Cut off");

        await line.CutAsync();
        await Assertions.Expect(frame.LostConnection).ToBeVisibleAsync();
        await flag.Rule.Name.FillAsync("Typed while cut");
        await flag.Rule.Condition(1).Value.FillAsync("Free");
        await flag.Rule.Condition(1).Value.PressAsync("Tab");
        line.Mend();
        await Assertions.Expect(frame.LostConnection).ToBeHiddenAsync(Reconnected);

        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Typed while cut", "Two"]);
        await Assertions.Expect(flag.Rule.Sentence).ToContainTextAsync("\"Free\"");
        await flag.SaveAsync("Cut off");
        Assert.Equal(["Typed while cut", "Two"], (await console.RulesAsync(id)).Select(static rule => rule.Name));
    }

    [Fact]
    public async Task A_draft_outlives_a_restart_of_the_console()
    {
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, _) = await BeginAsync(visitor, "Restarted");
        await visitor.Page.EvaluateAsync("() => { document.body.dataset.left = '' }");

        await console.Server.TerminateAsync();
        await console.Server.StartAsync();

        // The page comes back by itself, and goes on with the draft.
        await Assertions
            .Expect(visitor.Page.Locator("body[data-left]"))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Drafted", "Two"], new() { Timeout = 30_000 });
        await Assertions.Expect(flag.SaveBar).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_check_of_a_flag_tries_its_draft_and_also_what_is_saved()
    {
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, _) = await BeginAsync(visitor, "Tried");
        var ladder = new Ladder(visitor);
        await flag.Rule.Condition(1).FillAsync("plan_name", "is", "Enterprise");
        await Assertions.Expect(flag.Rule.Sentence).ToContainTextAsync("Enterprise");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Check", Exact = true }).ClickAsync();
        await visitor
            .Page.GetByRole(AriaRole.Combobox, new() { Name = "Company", Exact = true })
            .FillAsync(console.Acme);
        await flag.Button("Check").ClickAsync();
        await Assertions.Expect(ladder.Verdict).ToHaveTextAsync("Tried is on for Acme");
        await Assertions.Expect(ladder.Reason).ToContainTextAsync("Drafted");
        await Assertions.Expect(ladder.Reason).ToContainTextAsync("With unsaved rules");
        await visitor.Page.GetByLabel("With my unsaved rules").UncheckAsync();
        await flag.Button("Check").ClickAsync();
        await Assertions.Expect(ladder.Verdict).ToHaveTextAsync("Tried is off for Acme");
        await Assertions.Expect(ladder.Reason).Not.ToContainTextAsync("With unsaved rules");

        // The draft is still there.
        await visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Flag" })
            .GetByRole(AriaRole.Link, new() { Name = "Rules" })
            .ClickAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Drafted", "Two"]);
        await Assertions.Expect(flag.SaveBar).ToBeVisibleAsync();
        visitor.ExpectNoFaults();
    }

    // A flag with two rules of which the first is renamed and still open.
    private async Task<(FlagPage Flag, string Id)> BeginAsync(Visitor visitor, string name)
    {
        var (flag, id) = (
            new FlagPage(visitor),
            await console.FlagAsync(name, console.Rule("One", 1), console.Rule("Two", 2))
        );
        await visitor.OpenAsync(console.AddressOf(id));
        await flag.RenameAsync("One", "Drafted");
        await Assertions.Expect(flag.SaveBar).ToBeVisibleAsync();
        return (flag, id);
    }

    private static async Task ExpectNoDraftAsync(Visitor visitor, FlagPage flag, string[] names)
    {
        await visitor.Page.ReloadAsync();
        await visitor.ExpectLiveAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(names);
        await Assertions.Expect(flag.AddRule).ToBeEnabledAsync();
        await Assertions.Expect(flag.DraftBar).ToHaveCountAsync(0);
    }
}
