using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>Rules are saved, regretted, and taken back from the history.</summary>
[Collection<FlagJourneys>]
public sealed class RulesRestoredTests(Chromium chromium, FlagConsole console)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Rules_of_three_conditions_are_saved_and_taken_back_without_a_mouse(int width, int height)
    {
        var name = $"Regretted at {width}";
        var id = await console.FlagAsync(name, console.Rule("Starters", 1));
        await using var visitor = await console.VisitAsync(chromium, new Screen(width, height));
        var flag = new FlagPage(visitor);
        await visitor.OpenAsync(console.AddressOf(id));

        await AddTwoConditionsAsync(visitor, flag);
        await visitor.EnterAsync(flag.WhoIsAffected);
        await Assertions.Expect(flag.Impact.GetByRole(AriaRole.Status)).ToContainTextAsync("Of 4 companies, 1 get");
        await SaveAsync(visitor, flag, name);
        Assert.Equal(3, Assert.Single(await console.RulesAsync(id)).Conditions.Count);

        await visitor.EnterAsync(flag.History, "Shift+Tab");
        await visitor.EnterAsync(flag.RestoreVersion(1));
        await Assertions.Expect(flag.SaveBar).ToBeVisibleAsync();
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();
        await Assertions.Expect(flag.Toasts).ToHaveCountAsync(1);
        await ExpectClearAsync(flag);
        await SaveAsync(visitor, flag, name);

        Assert.Single(Assert.Single(await console.RulesAsync(id)).Conditions);
        visitor.ExpectNoFaults();
    }

    private static async Task AddTwoConditionsAsync(Visitor visitor, FlagPage flag)
    {
        await visitor.EnterAsync(flag.Toggle("Starters"));
        foreach (var (number, comparison, value) in new[] { (2, "is at least", "3"), (3, "is less than", "10") })
        {
            await visitor.EnterAsync(flag.Rule.AddCondition);
            var condition = flag.Rule.Condition(number);
            await visitor.ChooseAsync(condition.Trait, "seats");
            await visitor.ChooseAsync(condition.Comparison, comparison);
            await visitor.TypeAsync(condition.Value, value);
        }

        await Assertions.Expect(flag.Rule.Sentence).ToContainTextAsync("seats is less than 10");
    }

    private static async Task SaveAsync(Visitor visitor, FlagPage flag, string name)
    {
        await visitor.OpenDialogAsync(flag.Review);
        await visitor.EnterAsync(flag.SaveRules);
        await Assertions.Expect(flag.Saved(name)).ToBeVisibleAsync();
        await Assertions.Expect(flag.SaveBar).ToHaveCountAsync(0);
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();
    }

    // At the top of the page, and where it ends.
    private static async Task ExpectClearAsync(FlagPage flag)
    {
        foreach (var place in new[] { "0", "document.body.scrollHeight" })
        {
            await flag.SaveBar.EvaluateAsync($"() => scrollTo(0, {place})");
            var (bar, toast) = (await flag.SaveBar.BoundingBoxAsync(), await flag.Toasts.BoundingBoxAsync());
            Assert.NotNull(bar);
            Assert.NotNull(toast);
            Assert.True(
                toast.Y + toast.Height <= bar.Y || toast.X + toast.Width <= bar.X,
                $"The toast at {toast.X}, {toast.Y} lies over the bar at {bar.X}, {bar.Y}."
            );
        }
    }
}
