using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.Bundles;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Plans;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits.Bundles;

public sealed class CreditBundlesTests : PageContext
{
    private const string List = "GET /billing/credits/bundles";
    private const string Update = "PUT /billing/credits/bundles/bcbn_1";

    public CreditBundlesTests() =>
        Api.OnData<IReadOnlyList<BillingCreditBundleResponseData>>(List, [CreditSamples.Bundle()])
            .OnData("GET /billing/credits/bundles/bcbn_1", CreditSamples.Bundle())
            .OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [PlanSamples.Plan()]);

    [Fact]
    public async Task A_bundle_says_what_it_has_costs_and_when_it_ends()
    {
        var panel = await OpenAsync();

        panel.WaitForAssertion(() =>
            Assert.Contains(
                "Expire 90 days after they are granted; sold to every company",
                Words(panel.Find(".line")),
                StringComparison.Ordinal
            )
        );
        Assert.Equal("10,000 tokens for $200.00", panel.Find(".line-value").TextContent);
    }

    [Fact]
    public async Task A_new_bundle_begins_with_the_terms_of_its_credit()
    {
        Api.OnData("POST /billing/credits/bundles", CreditSamples.Bundle());
        var panel = await OpenAsync();
        var dialogs = Click(panel, "New bundle");
        Input(dialogs, "Name").Change("Small");
        Input(dialogs, "Tokens in it").Change("10,000");
        dialogs.WaitForAssertion(() =>
            Assert.Contains("The bundle costs $200.00.", dialogs.Markup, StringComparison.Ordinal)
        );
        dialogs.WaitForAssertion(() => dialogs.Find(".credit-plan-choices"));
        await dialogs.Find(".credit-plan-choices input").ChangeAsync(new() { Value = true });

        await dialogs.Find(".dialog-form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        var body = JsonNode.Parse(Assert.Single(Asked("POST /billing/credits/bundles")).Body!)!;
        Assert.Equal(
            ("bilcr_1", 10_000L, "duration", 30L, "plan_pro"),
            (
                body["credit_id"]!.GetValue<string>(),
                body["quantity"]!.GetValue<long>(),
                body["expiry_type"]!.GetValue<string>(),
                body["expiry_unit_count"]!.GetValue<long>(),
                body["compatible_plan_ids"]![0]!.GetValue<string>()
            )
        );
    }

    [Fact]
    public async Task A_bundle_that_was_sold_can_be_stopped_and_not_deleted()
    {
        Api.OnData<IReadOnlyList<BillingCreditBundleResponseData>>(
                List,
                [CreditSamples.Bundle() with { HasGrants = true }]
            )
            .OnData(Update, CreditSamples.Bundle());
        var panel = await OpenAsync();
        var dialogs = Click(panel, "Stop selling Small");
        Assert.DoesNotContain(
            panel.FindAll("button"),
            static button => button.GetAttribute("aria-label") == "Delete Small"
        );

        dialogs.Find(".dialog-form input.input").Input("Small");
        await dialogs.Find(".dialog-form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        var body = JsonNode.Parse(Assert.Single(Asked(Update)).Body!)!;
        Assert.Equal(
            ("inactive", 10_000L, 90L),
            (
                body["status"]!.GetValue<string>(),
                body["quantity"]!.GetValue<long>(),
                body["expiry_unit_count"]!.GetValue<long>()
            )
        );
    }

    [Fact]
    public async Task A_bundle_that_was_never_sold_can_be_deleted()
    {
        Api.OnData("DELETE /billing/credits/bundles/bcbn_1", new DeleteResponse { Deleted = true });
        var panel = await OpenAsync();
        var dialogs = Click(panel, "Delete Small");
        dialogs.Find(".dialog-form input.input").Input("Small");

        await dialogs.Find(".dialog-form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Single(Asked("DELETE /billing/credits/bundles/bcbn_1")));
    }

    private IRenderedComponent<DialogHost> Click(IRenderedComponent<CreditBundles> panel, string button)
    {
        var dialogs = RenderDialogs();
        panel.WaitForAssertion(() => Button(panel, button));
        Button(panel, button).Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form"));
        return dialogs;
    }

    private async Task<IRenderedComponent<CreditBundles>> OpenAsync()
    {
        await EnterAsync();
        return Render<CreditBundles>(panel =>
            panel
                .Add(static panel => panel.EnvironmentId, Production.Id)
                .Add(static panel => panel.Credit, CreditSamples.Credit())
        );
    }
}
