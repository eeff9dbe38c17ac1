using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

[Collection<FlagJourneys>]
public sealed class FlagOnPhoneTests(Chromium chromium, FlagConsole console)
{
    [Fact]
    public async Task A_rule_is_added_saved_explained_and_disputed_without_scrolling_sideways()
    {
        var id = await console.FlagAsync("On the go", console.Rule("One", 1));
        await using var visitor = await console.VisitAsync(chromium, Screen.Phone);
        var (flag, ladder) = (new FlagPage(visitor), new Ladder(visitor));
        await visitor.OpenAsync(console.AddressOf(id));
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["One"]);
        await visitor.ExpectNoSidewaysScrollAsync();

        await flag.AddRule.ClickAsync();
        await flag.Rule.Name.FillAsync("Many seats");
        await flag.Rule.Condition(1).FillAsync("seats", "is at least", "20");
        await Assertions.Expect(flag.Rule.Sentence).ToHaveTextAsync("On when company trait seats is at least 20.");
        await visitor.ExpectNoSidewaysScrollAsync();
        await flag.WhoIsAffected.ClickAsync();
        await Assertions.Expect(flag.Impact.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Acme"]);
        await visitor.ExpectNoSidewaysScrollAsync();
        await flag.Review.ClickAsync();
        await Assertions.Expect(flag.SaveRules).ToBeInViewportAsync();
        await visitor.ExpectNoSidewaysScrollAsync();
        await flag.SaveRules.ClickAsync();
        await Assertions.Expect(flag.Saved("On the go")).ToBeVisibleAsync();
        Assert.Equal(["One", "Many seats"], (await console.RulesAsync(id)).Select(static rule => rule.Name));

        await visitor.OpenAsync(console.ChecksOf(console.Acme, "on-the-go"));
        await Assertions.Expect(ladder.Verdict).ToHaveTextAsync("On the go is on for Acme");
        await visitor.ExpectNoSidewaysScrollAsync();

        await visitor.OpenAsync(console.AddressOf(id));
        await flag.RenameAsync("One", "Mine");
        await console.SaveAsync(id, console.Rule("Theirs", 1));
        await flag.SaveAsync();
        await Assertions.Expect(flag.Conflict).ToBeVisibleAsync();
        await visitor.ExpectNoSidewaysScrollAsync();
        visitor.ExpectNoFaults();
    }
}
