using Microsoft.Playwright;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>From a plan that is made in the console to what an application is told about a company on it.</summary>
[Collection<PlanJourneys>]
public sealed class PlanSoldTests(Chromium chromium, PlanConsole console)
{
    private const string Feature = "Exports";
    private const string Company = "Acme";

    [Fact]
    public async Task A_company_may_use_what_its_new_plan_gives_until_the_limit()
    {
        await console.FeatureAsync(Feature);
        var company = await console.CompanyAsync(Company);
        Assert.False((await console.CheckAsync(Feature, Company)).Value);
        await using var visitor = await console.VisitAsync(chromium);

        await SellAsync(visitor, "Growth", "10");
        await AssignAsync(visitor, company, "Growth v1");
        var allowed = await console.CheckAsync(Feature, Company);
        Assert.Equal(
            (true, RuleType.PlanEntitlement, 10L, 0L),
            (allowed.Value, allowed.RuleType, allowed.FeatureAllocation, allowed.FeatureUsage)
        );

        await console.UseAsync(Feature, Company, 10);
        var denied = await console.CheckAsync(Feature, Company);
        Assert.Equal(
            (false, RuleType.PlanEntitlementUsageExceeded, 10L),
            (denied.Value, denied.RuleType, denied.FeatureUsage)
        );
        await visitor.Page.ReloadAsync();
        var tab = new EntitlementsTab(visitor);
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("10 of 10");
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("Limit reached");
        await Assertions.Expect(tab.AtTheLimit).ToHaveTextAsync("At the limit (1)");
        visitor.ExpectNoFaults();
    }

    // A plan that gives the feature, from its name to its first published version.
    private async Task SellAsync(Visitor visitor, string name, string limit)
    {
        var (frame, plan) = (new Frame(visitor), new PlanPage(visitor));
        await visitor.OpenAsync(DashboardUrls.NewPlan(console.Environment));
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await plan.Button("Create plan").ClickAsync();
        await Assertions.Expect(frame.Title).ToHaveTextAsync(name);
        await Assertions.Expect(plan.State).ToHaveTextAsync("Never published");

        await plan.FillEntitlementAsync(Feature, limit);
        await Assertions.Expect(plan.Restated).ToHaveTextAsync($"Companies on {name} get {limit} Exports a month.");
        await plan.Submit("Save").ClickAsync();
        await Assertions.Expect(plan.Entitlement(Feature)).ToContainTextAsync($"{limit} Exports a month");
        Assert.False((await console.CheckAsync(Feature, Company)).Value);

        await plan.ReviewAndPublish.ClickAsync();
        await Assertions.Expect(plan.Draft).ToContainTextAsync("Never published. It gives 1 feature.");
        await plan.PublishAsync("Publish");
        await Assertions.Expect(plan.State).ToHaveTextAsync("v1 published");
    }

    private async Task AssignAsync(Visitor visitor, string company, string plan)
    {
        var tab = new EntitlementsTab(visitor);
        await visitor.OpenAsync(DashboardUrls.Company(console.Environment, company));
        await tab.ChoosePlanAsync(plan);
        await Assertions.Expect(tab.Preview).ToContainTextAsync("1 feature gained.");
        await Assertions.Expect(tab.Preview).ToContainTextAsync("10 a month");
        // It was a preview.
        Assert.False((await console.CheckAsync(Feature, Company)).Value);
        await tab.ChangePlan.ClickAsync();
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("0 of 10");
    }
}
