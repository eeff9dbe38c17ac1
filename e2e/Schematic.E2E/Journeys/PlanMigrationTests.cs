using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>A plan gets a new version while companies are on it.</summary>
[Collection<PlanJourneys>]
public sealed class PlanMigrationTests(Chromium chromium, PlanConsole console)
{
    private const string Feature = "Report runs";

    private static readonly string[] Moved = ["Initech", "Soylent"];
    private static readonly string[] Stayed = ["Globex", "Hooli"];

    [Fact]
    public async Task Chosen_companies_are_moved_to_a_new_version_and_the_others_stay()
    {
        var id = await console.PlanAsync("Reporting", await console.FeatureAsync(Feature), 10);
        foreach (var company in Moved.Concat(Stayed))
            await console.AssignAsync(await console.CompanyAsync(company), id);
        await using var visitor = await console.VisitAsync(chromium);
        var plan = new PlanPage(visitor);

        await ChangeAsync(visitor, id);
        await ExpectLimitsAsync(10, 10);
        await MoveAsync(visitor);

        await Assertions.Expect(plan.Moves).ToContainTextAsync("Done");
        await Assertions.Expect(plan.Moves).ToContainTextAsync("2 of 2 moved.");
        await plan.Button("Show companies").ClickAsync();
        await Assertions.Expect(plan.Results).ToHaveTextAsync(["Soylent Moved", "Initech Moved"]);
        await Assertions.Expect(plan.CountOf(2)).ToHaveTextAsync("2");
        await Assertions.Expect(plan.CountOf(1)).ToHaveTextAsync("2");
        await ExpectLimitsAsync(20, 10);
        await plan.CountOf(1).ClickAsync();
        await Assertions.Expect(plan.Companies).ToHaveCountAsync(2);
        Assert.Equal(Stayed, (await plan.Companies.AllTextContentsAsync()).Order());
        visitor.ExpectNoFaults();
    }

    // Raises the limit in a draft and publishes it; nobody is moved.
    private async Task ChangeAsync(Visitor visitor, string id)
    {
        var plan = new PlanPage(visitor);
        await visitor.OpenAsync(DashboardUrls.Plan(console.Environment, id));
        await plan.Button($"Edit {Feature}").ClickAsync();
        await plan.Limit.FillAsync("20");
        await plan.Submit("Save in a draft").ClickAsync();
        await plan.ReviewAndPublish.ClickAsync();
        await Assertions.Expect(plan.Draft.Locator("del")).ToContainTextAsync("10 Report runs a month");
        await Assertions.Expect(plan.Draft.Locator("ins")).ToContainTextAsync("20 Report runs a month");
        await plan.Button("Publish…").ClickAsync();
        await Assertions.Expect(plan.Dialog).ToContainTextAsync("4 companies are on an earlier version");
        await plan.Submit("Publish").ClickAsync();
        await Assertions.Expect(plan.State).ToHaveTextAsync("v2 published");
    }

    private static async Task MoveAsync(Visitor visitor)
    {
        var (plan, picker) = (new PlanPage(visitor), new ResourcePicker(visitor));
        await plan.Version(1).GetByRole(AriaRole.Button, new() { Name = "Move companies…" }).ClickAsync();
        await Assertions.Expect(plan.Dialog).ToContainTextAsync("4 companies would be moved.");
        await plan.Button("Chosen ones").ClickAsync();
        await plan.Button("Choose companies…").ClickAsync();
        foreach (var company in Moved)
            await picker.Choice(company).CheckAsync();
        await picker.Done.ClickAsync();
        await Assertions.Expect(plan.Dialog).ToHaveCountAsync(1);
        await Assertions.Expect(plan.Dialog).ToContainTextAsync("2 companies would be moved.");
        await plan.Submit("Move companies").ClickAsync();
    }

    private async Task ExpectLimitsAsync(long moved, long stayed)
    {
        foreach (var company in Moved)
            Assert.Equal(moved, (await console.CheckAsync(Feature, company)).FeatureAllocation);
        foreach (var company in Stayed)
            Assert.Equal(stayed, (await console.CheckAsync(Feature, company)).FeatureAllocation);
    }
}
