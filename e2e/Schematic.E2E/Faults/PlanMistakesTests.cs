using Microsoft.Playwright;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Faults;

/// <summary>What people do to a plan without thinking, and what happens to them.</summary>
[Collection<PlanJourneys>]
public sealed class PlanMistakesTests(Chromium chromium, PlanConsole console)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_clicks_twice_creates_entitles_publishes_and_assigns_once()
    {
        await console.FeatureAsync("Twice calls");
        var company = await console.CompanyAsync("Twice");
        await using var visitor = await console.VisitAsync(chromium);
        var (plan, tab) = (new PlanPage(visitor), new EntitlementsTab(visitor));

        await visitor.OpenAsync(DashboardUrls.NewPlan(console.Environment));
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Twice plan");
        await plan.Button("Create plan").DblClickAsync();
        await Assertions.Expect(plan.State).ToHaveTextAsync("Never published");
        await plan.FillEntitlementAsync("Twice calls", "10");
        await plan.Submit("Save").DblClickAsync();
        await Assertions.Expect(plan.Entitlement("Twice calls")).ToBeVisibleAsync();
        await plan.ReviewAndPublish.ClickAsync();
        await plan.Button("Publish…").ClickAsync();
        await plan.Submit("Publish").DblClickAsync();
        await Assertions.Expect(plan.State).ToHaveTextAsync("v1 published");
        await visitor.OpenAsync(DashboardUrls.Company(console.Environment, company));
        await tab.ChoosePlanAsync("Twice plan v1");
        await Assertions.Expect(tab.Preview).ToContainTextAsync("1 feature gained.");
        await tab.ChangePlan.DblClickAsync();
        await Assertions.Expect(tab.Row("Twice calls")).ToContainTextAsync("0 of 10");

        await Assertions.Expect(new Frame(visitor).Problem).ToHaveCountAsync(0);
        var made = Assert.Single(
            (await console.Gateway.Plans.ListAsync(new PlansQuery { Q = "Twice plan" }, Token)).Data
        );
        Assert.Equal((1, null), (made.Versions.Count, made.DraftVersion));
        Assert.Single(await console.EntitlementsAsync(made.Id));
        var changes = await console.Gateway.Plans.ListChangesAsync(new() { CompanyId = company }, Token);
        Assert.Single(changes.Data);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task Back_and_reload_return_to_the_tab_and_to_what_it_showed()
    {
        var id = await console.PlanAsync("Places", await console.FeatureAsync("Place calls"), 10);
        foreach (var name in new[] { "Place one", "Place two" })
            await console.AssignAsync(await console.CompanyAsync(name), id);
        await using var visitor = await console.VisitAsync(chromium);
        var plan = new PlanPage(visitor);

        await visitor.OpenAsync(DashboardUrls.Plan(console.Environment, id));
        await plan.OpenTabAsync("Companies");
        await Assertions.Expect(plan.Companies).ToHaveCountAsync(2);
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("two");
        await Assertions.Expect(plan.Companies).ToHaveTextAsync(["Place two"]);
        await plan.OpenTabAsync("Versions");
        await Assertions.Expect(plan.Version(1)).ToBeVisibleAsync();
        await visitor.Page.GoBackAsync();
        await ExpectPlaceAsync();
        await visitor.Page.ReloadAsync();
        await visitor.ExpectLiveAsync();
        await ExpectPlaceAsync();
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(plan.CurrentTab).ToContainTextAsync("Entitlements");
        await Assertions.Expect(plan.Entitlement("Place calls")).ToBeVisibleAsync();
        visitor.ExpectNoFaults();

        async Task ExpectPlaceAsync()
        {
            await Assertions.Expect(plan.CurrentTab).ToContainTextAsync("Companies");
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("two");
            await Assertions.Expect(plan.Companies).ToHaveTextAsync(["Place two"]);
        }
    }

    [Fact]
    public async Task What_is_typed_into_an_entitlement_outlives_a_cut_line()
    {
        var id = await console.DraftAsync("Cut off", await console.FeatureAsync("Cut calls"), 10);
        await console.FeatureAsync("Cut exports");
        await using var visitor = await console.VisitAsync(chromium);
        var (frame, plan, line) = (new Frame(visitor), new PlanPage(visitor), await Line.ThroughAsync(visitor));
        await visitor.OpenAsync(DashboardUrls.Plan(console.Environment, id));
        await plan.FillEntitlementAsync("Cut exports", "25");
        await Assertions.Expect(plan.Restated).ToContainTextAsync("25 Cut exports");

        await line.CutAsync();
        await Assertions.Expect(frame.LostConnection).ToBeVisibleAsync();
        await plan.Limit.FillAsync("2500");
        line.Mend();
        await Assertions.Expect(frame.LostConnection).ToBeHiddenAsync(new() { Timeout = 30_000 });

        await Assertions.Expect(plan.Limit).ToHaveValueAsync("2500");
        await Assertions.Expect(plan.Restated).ToContainTextAsync("2,500 Cut exports");
        await plan.Submit("Save").ClickAsync();
        await Assertions.Expect(plan.Entitlement("Cut exports")).ToContainTextAsync("2,500 Cut exports a month");
    }
}
