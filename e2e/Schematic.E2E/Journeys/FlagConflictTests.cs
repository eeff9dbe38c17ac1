using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>Two people edit the rules of one flag, and the second is too late.</summary>
[Collection<FlagJourneys>]
public sealed class FlagConflictTests(Chromium chromium, FlagConsole console)
{
    [Fact]
    public async Task Mine_is_saved_only_once_it_was_seen_against_theirs()
    {
        var id = await console.FlagAsync("Kept", console.Rule("One", 1), console.Rule("Two", 2));
        await using var second = await MeetAsync(id, "Kept");
        var flag = new FlagPage(second);

        await flag.Button("Keep mine").ClickAsync();
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Mine", "Two"]);
        Assert.Equal(["Theirs", "Two"], await NamesAsync(id));
        await flag.Review.ClickAsync();
        await Assertions
            .Expect(flag.Dialog.Locator(".diff-line :is(del, ins)"))
            .ToHaveTextAsync(["Name: Theirs", "Name: Mine"]);
        await flag.SaveRules.ClickAsync();

        await Assertions.Expect(flag.Saved("Kept")).ToBeVisibleAsync();
        Assert.Equal(["Mine", "Two"], await NamesAsync(id));
        second.ExpectNoFaults();
    }

    [Fact]
    public async Task Theirs_can_be_taken_and_edited_on()
    {
        var id = await console.FlagAsync("Taken", console.Rule("One", 1), console.Rule("Two", 2));
        await using var second = await MeetAsync(id, "Taken");
        var flag = new FlagPage(second);

        await flag.Button("Take theirs").ClickAsync();
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Theirs", "Two"]);
        await Assertions.Expect(flag.SaveBar).ToHaveCountAsync(0);
        await flag.RenameAsync("Two", "Three");
        await flag.SaveAsync("Taken");

        Assert.Equal(["Theirs", "Three"], await NamesAsync(id));
        second.ExpectNoFaults();
    }

    // Both have the flag open; the first saves, the second wants to and sees both.
    private async Task<Visitor> MeetAsync(string id, string name)
    {
        await using var first = await console.VisitAsync(chromium);
        var second = await console.VisitAsync(chromium);
        var (theirs, mine) = (new FlagPage(first), new FlagPage(second));
        await first.OpenAsync(console.AddressOf(id));
        await second.OpenAsync(console.AddressOf(id));
        await theirs.RenameAsync("One", "Theirs");
        await mine.RenameAsync("One", "Mine");

        await theirs.SaveAsync(name);
        await mine.SaveAsync();

        await Assertions.Expect(mine.Conflict).ToBeVisibleAsync();
        await Assertions.Expect(mine.Side("Mine").Locator(".rule-title")).ToHaveTextAsync(["OnMinediffers", "OnTwo"]);
        await Assertions
            .Expect(mine.Side("Theirs").Locator(".rule-title"))
            .ToHaveTextAsync(["OnTheirsdiffers", "OnTwo"]);
        await Assertions.Expect(mine.Conflict.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeFocusedAsync();
        Assert.Equal(["Theirs", "Two"], await NamesAsync(id));
        first.ExpectNoFaults();
        return second;
    }

    private async Task<IEnumerable<string>> NamesAsync(string id) =>
        (await console.RulesAsync(id)).Select(static rule => rule.Name);
}
