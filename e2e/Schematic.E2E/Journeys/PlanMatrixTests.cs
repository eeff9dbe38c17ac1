using Microsoft.Playwright;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>Features and plans are edited like a sheet.</summary>
[Collection<PlanJourneys>]
public sealed class PlanMatrixTests(Chromium chromium, PlanConsole console)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cells_are_typed_over_reviewed_and_saved_together()
    {
        var sheet = await BeginAsync("Sheet");
        await using var visitor = await console.VisitAsync(chromium);
        var matrix = new MatrixPage(visitor);
        await OpenAsync(visitor, sheet.Name);

        // Across with Tab, down with Enter, and what a cell holds is typed over, as in a sheet.
        await matrix.Cell(sheet.Metered, sheet.Small).ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("250/week");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(matrix.Cell(sheet.Metered, sheet.Large)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("unlimited");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(matrix.Cell(sheet.Switch, sheet.Large)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("what");
        await visitor.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(matrix.SaveBar).ToContainTextAsync("3 cells changed, 1 of which is not understood.");
        await Assertions.Expect(matrix.Review).ToBeDisabledAsync();
        await matrix.TypeAsync(sheet.Switch, sheet.Large, "on");
        await Assertions.Expect(matrix.SaveBar).ToContainTextAsync("3 cells changed. Nothing is saved yet.");
        await matrix.Review.ClickAsync();
        await ExpectDiffAsync(matrix.Change(sheet.Metered, sheet.Small), "10/month", "250/week");
        await ExpectDiffAsync(matrix.Change(sheet.Metered, sheet.Large), "20/month", "unlimited");
        await ExpectDiffAsync(matrix.Change(sheet.Switch, sheet.Large), "nothing", "on");
        Assert.Equal(10, Assert.Single(await console.EntitlementsAsync(sheet.SmallId)).ValueNumeric);
        await matrix.Save("3 cells").ClickAsync();
        await Assertions.Expect(matrix.SaveBar).ToHaveCountAsync(0);

        await visitor.Page.ReloadAsync();
        await Assertions.Expect(matrix.Cell(sheet.Metered, sheet.Small)).ToHaveValueAsync("250/week");
        await Assertions.Expect(matrix.Cell(sheet.Metered, sheet.Large)).ToHaveValueAsync("unlimited");
        await Assertions.Expect(matrix.Cell(sheet.Switch, sheet.Large)).ToHaveValueAsync("on");
        await Assertions.Expect(matrix.Cell(sheet.Switch, sheet.Small)).ToHaveValueAsync("");
        Assert.Equal(250, Assert.Single(await console.EntitlementsAsync(sheet.SmallId)).ValueNumeric);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task What_another_person_changed_meanwhile_is_shown_and_kept()
    {
        var sheet = await BeginAsync("Shared");
        await using var visitor = await console.VisitAsync(chromium);
        var matrix = new MatrixPage(visitor);
        await OpenAsync(visitor, sheet.Name);
        await matrix.TypeAsync(sheet.Metered, sheet.Small, "30");
        await matrix.TypeAsync(sheet.Metered, sheet.Large, "40");

        await ChangeAsync(sheet.SmallId, 99);
        await matrix.Review.ClickAsync();
        await Assertions.Expect(matrix.Dialog).ToContainTextAsync("Somebody else changed 1 cell meanwhile.");
        var theirs = matrix.Change(sheet.Metered, sheet.Small);
        await Assertions.Expect(theirs).ToContainTextAsync("Was 10/month");
        await Assertions.Expect(theirs).ToContainTextAsync("Now 99/month");
        await Assertions.Expect(theirs.Locator("ins")).ToHaveTextAsync("30/month");
        await Assertions.Expect(theirs.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await matrix.Save("1 cell").ClickAsync();
        await Assertions.Expect(matrix.Change(sheet.Metered, sheet.Large)).ToContainTextAsync("Saved");
        await matrix.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).Last.ClickAsync();

        // Mine is still in its cell, and theirs is what the plan gives.
        await Assertions.Expect(matrix.Cell(sheet.Metered, sheet.Small)).ToHaveValueAsync("30/month");
        await Assertions.Expect(matrix.SaveBar).ToContainTextAsync("1 cell changed. Nothing is saved yet.");
        Assert.Equal(99, Assert.Single(await console.EntitlementsAsync(sheet.SmallId)).ValueNumeric);
        Assert.Equal(40, Assert.Single(await console.EntitlementsAsync(sheet.LargeId)).ValueNumeric);
        visitor.ExpectNoFaults();
    }

    private static async Task ExpectDiffAsync(ILocator change, string before, string after)
    {
        await Assertions.Expect(change.Locator("del")).ToHaveTextAsync(before);
        await Assertions.Expect(change.Locator("ins")).ToHaveTextAsync(after);
    }

    private Task OpenAsync(Visitor visitor, string name) =>
        visitor.OpenAsync(DashboardUrls.PlanMatrix(console.Environment, new MatrixQuery { Search = name }));

    // Two plans that give one of two features.
    private async Task<Sheet> BeginAsync(string name)
    {
        var metered = await console.FeatureAsync($"{name} calls");
        await console.FeatureAsync($"{name} editor", FeatureType.Boolean);
        return new(
            name,
            await console.PlanAsync($"{name} small", metered, 10),
            await console.PlanAsync($"{name} tall", metered, 20)
        );
    }

    private async Task ChangeAsync(string planId, long limit)
    {
        var own = Assert.Single(await console.EntitlementsAsync(planId));
        await console.Gateway.Entitlements.UpdatePlanEntitlementAsync(
            own.Id,
            new UpdatePlanEntitlementRequestBody { ValueType = own.ValueType, ValueNumeric = limit },
            null,
            Token
        );
    }

    private sealed record Sheet(string Name, string SmallId, string LargeId)
    {
        public string Metered => $"{Name} calls";

        public string Switch => $"{Name} editor";

        public string Small => $"{Name} small";

        public string Large => $"{Name} tall";
    }
}
