using Microsoft.Playwright;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Plans.Audience;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.E2E.Accessibility;

/// <summary>Plans, what they give, and what companies have of them.</summary>
internal static class PlanPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } =
        new Dictionary<string, Place>
        {
            ["plans"] = new(
                console => DashboardUrls.Plans(console.Production),
                page => page.GetByRole(AriaRole.Link, new() { Name = FurnishedPlans.PlanName, Exact = true })
            ),
            ["plans, searched in vain"] = new(
                console => DashboardUrls.Plans(console.Production, new PlansListQuery { Search = "nobody has this" }),
                page => page.GetByText("No plan matches")
            ),
            ["plans that companies get by themselves, being chosen"] = new(
                console => DashboardUrls.Plans(console.Production),
                page => page.GetByRole(AriaRole.Dialog).GetByLabel("Fallback plan"),
                page => Place.Click(page, "Change")
            ),
            ["add-ons"] = new(
                console => DashboardUrls.AddOns(console.Production),
                page => page.GetByRole(AriaRole.Link, new() { Name = FurnishedPlans.AddOnName, Exact = true })
            ),
            ["a new plan, refused"] = new(
                console => DashboardUrls.NewPlan(console.Production),
                page => page.Locator(".field-error").First,
                page => Place.Click(page, "Create plan")
            ),
            ["a plan"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId),
                page => page.GetByText("paid for by tier").First
            ),
            ["an entitlement being added"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId),
                page => Place.Dialog(page, "Add entitlement"),
                page => Place.Click(page, "Add entitlement")
            ),
            ["an entitlement with prices"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId),
                page => page.GetByRole(AriaRole.Button, new() { Name = "Add a tier" }).First,
                page => Place.Click(page, "Edit API calls")
            ),
            ["an entitlement being removed"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId),
                page => Place.Dialog(page, "Remove Export?"),
                page => Place.Click(page, "Remove Export")
            ),
            ["the companies on a plan"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId, PlanCompanies.Tab),
                page => page.GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true })
            ),
            ["the versions of a plan"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId, PlanVersionsTab.Tab),
                page => page.GetByText("Moved", new() { Exact = true }),
                page => Place.Click(page, "Show companies")
            ),
            ["a draft being published"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId, PlanVersionsTab.Tab),
                page => page.GetByText("Companies that stay", new() { Exact = true }),
                async page =>
                {
                    await Place.Click(page, "Publish…");
                    await page.GetByLabel("Move all but some").CheckAsync();
                }
            ),
            ["companies being moved to a version"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId, PlanVersionsTab.Tab),
                page => page.GetByText("would be moved"),
                page => Place.Click(page, "Move companies…")
            ),
            ["the audience of a plan"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId, PlanAudience.Tab),
                page => page.GetByRole(AriaRole.Group, new() { Name = "Condition 1", Exact = true }),
                page => Place.Click(page, "Add condition")
            ),
            ["a plan, its menu open"] = new(
                console => DashboardUrls.Plan(console.Production, console.PlanId),
                page => page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }),
                page => page.GetByLabel("More actions").ClickAsync()
            ),
            ["no such plan"] = new(
                console => DashboardUrls.Plan(console.Production, "plan_nobody"),
                page => page.GetByText("There is no such plan")
            ),
            ["features by plan"] = new(
                console => DashboardUrls.PlanMatrix(console.Production, new MatrixQuery { HasAddOns = true }),
                page => page.GetByText("Type on or off"),
                page => TypeAsync(page, "what")
            ),
            ["features by plan, being saved"] = new(
                console => DashboardUrls.PlanMatrix(console.Production),
                page => Place.Dialog(page, "Review and save"),
                async page =>
                {
                    await TypeAsync(page, "off");
                    await Place.Click(page, "Review and save");
                }
            ),
            ["what a company may use"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId),
                page => page.GetByText("outbid")
            ),
            ["the plan of a company being changed"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId),
                page => page.GetByText("1 feature with less."),
                async page =>
                {
                    await Place.Click(page, "Change plan");
                    await page.GetByRole(AriaRole.Dialog).GetByText(FurnishedPlans.AddOnName).UncheckAsync();
                }
            ),
            ["an override being added"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId),
                page => page.GetByRole(AriaRole.Dialog).GetByLabel("Limit"),
                page => Place.Click(page, "Override API calls for this company")
            ),
            ["overrides"] = new(
                console => DashboardUrls.Overrides(console.Production),
                page => page.GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true })
            ),
            ["no overrides"] = new(
                console => DashboardUrls.Overrides(console.Development),
                page => page.GetByText("No overrides yet")
            ),
            ["where a feature is sold and who has it"] = new(
                console => DashboardUrls.Feature(console.Production, console.UsedFeatureId),
                page => page.GetByRole(AriaRole.Link, new() { Name = FurnishedPlans.PlanName }).First
            ),
        };

    private static async Task TypeAsync(IPage page, string text)
    {
        var cell = page.GetByLabel($"Export in {FurnishedPlans.PlanName}", new() { Exact = true });
        await cell.FillAsync(text);
        await cell.PressAsync("Enter");
    }
}
