using System.Net;
using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class NewPlanPageTests : PageContext
{
    [Fact]
    public async Task A_plan_is_created_and_opened()
    {
        Api.OnData("POST /plans", PlanSamples.Plan());
        var page = await OpenAsync<NewPlanPage>(DashboardUrls.NewPlan(Production.Id));
        Input(page, "Name").Change(" Pro ");
        page.Find("input[aria-label=Emerald]").Change(page.Find("input[aria-label=Emerald]").GetAttribute("value"));
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Plan(Production.Id, "plan_pro"), Navigation.Uri, StringComparison.Ordinal)
        );
        Assert.Equal(
            """{"description":"","icon":"emerald","name":"Pro","plan_type":"plan"}""",
            Assert.Single(Asked("POST /plans")).Body
        );
    }

    [Fact]
    public async Task An_add_on_is_created_as_one()
    {
        Api.OnData("POST /plans", PlanSamples.Plan() with { PlanType = PlanType.AddOn });
        var page = await OpenAsync<NewAddOnPage>(DashboardUrls.NewAddOn(Production.Id));
        Input(page, "Name").Change("Seats");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("\"add_on\"", Assert.Single(Asked("POST /plans")).Body, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_plan_needs_a_name()
    {
        var page = await OpenAsync<NewPlanPage>(DashboardUrls.NewPlan(Production.Id));
        await page.Find("form").SubmitAsync();

        Assert.Contains("Name the plan", page.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Asked("POST /plans"));
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed()
    {
        Api.OnError("POST /plans", HttpStatusCode.BadRequest, "name is taken. Choose another one.", "name");
        var page = await OpenAsync<NewPlanPage>(DashboardUrls.NewPlan(Production.Id));
        Input(page, "Name").Change("Pro");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Equal("Name is taken. Choose another one.", page.Find(".field-error").TextContent.Trim())
        );
        Assert.Equal("Pro", Input(page, "Name").GetAttribute("value"));
    }
}
