using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.PlanGrants;
using Schematic.Dashboard.Tests.Plans;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits.PlanGrants;

public sealed class PlanCreditsTests : PageContext
{
    private const string List = "GET /billing/credits/plan-grants";
    private const string Create = "POST /billing/credits/plan-grants";
    private const string Delete = "DELETE /billing/credits/plan-grants/bpcg_1";

    private int _changes;

    public PlanCreditsTests() =>
        Api.OnData<IReadOnlyList<BillingCreditResponseData>>("GET /billing/credits", [CreditSamples.Credit()])
            .OnData<IReadOnlyList<BillingPlanCreditGrantResponseData>>(List, [CreditSamples.PlanGrant()]);

    [Fact]
    public async Task The_tab_lists_the_credits_of_the_version_that_is_edited()
    {
        var tab = await OpenAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains("1,000 tokens a month", Words(tab.Find(".line")), StringComparison.Ordinal)
        );
        Assert.Contains(("plan_version_id", "plvr_2"), Assert.Single(Asked(List)).Parameters);
        Assert.Equal("Credits in v2", tab.Find("h2").TextContent);
    }

    [Fact]
    public async Task A_failure_is_no_plan_without_credits()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var tab = await OpenAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains("The store is away.", tab.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Added_credits_go_into_the_draft_alone()
    {
        Api.OnData(Create, CreditSamples.PlanGrant());
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Add credits"));
        Button(tab, "Add credits").Click();
        dialogs.WaitForAssertion(() => Input(dialogs, "Credits"));
        dialogs.Find("select").Change("bilcr_1");
        Input(dialogs, "Credits").Change("1,000");

        await dialogs.Find(".dialog-form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        var body = JsonNode.Parse(Assert.Single(Asked(Create)).Body!)!;
        Assert.Equal(
            ("plan_pro", 1_000L, "monthly", false),
            (
                body["plan_id"]!.GetValue<string>(),
                body["credit_amount"]!.GetValue<long>(),
                body["reset_cadence"]!.GetValue<string>(),
                body["apply_to_existing"]!.GetValue<bool>()
            )
        );
        Assert.Equal(1, _changes);
    }

    [Fact]
    public async Task What_the_API_refuses_is_said_beside_its_field()
    {
        Api.OnError(Create, HttpStatusCode.BadRequest, "credit_id names no credit.", "credit_id");
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Add credits"));
        Button(tab, "Add credits").Click();
        dialogs.WaitForAssertion(() => Input(dialogs, "Credits"));
        dialogs.Find("select").Change("bilcr_1");
        Input(dialogs, "Credits").Change("1");

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal("Credit id names no credit.", dialogs.Find(".field-error").TextContent)
        );
    }

    [Fact]
    public async Task Removing_asks_for_the_name()
    {
        Api.OnData(Delete, new DeleteResponse { Deleted = true });
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Remove AI tokens"));
        Button(tab, "Remove AI tokens").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form input.input"));
        dialogs.Find(".dialog-form input.input").Input("AI tokens");

        await dialogs.Find(".dialog-form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Single(Asked(Delete)));
    }

    private async Task<IRenderedComponent<PlanCredits>> OpenAsync()
    {
        await EnterAsync();
        return Render<PlanCredits>(tab =>
            tab.Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.PlanId, "plan_pro")
                .Add(static tab => tab.Version, PlanSamples.Version(2, PlanVersionStatus.Draft))
                .Add(static tab => tab.Changed, () => _changes++)
        );
    }
}
