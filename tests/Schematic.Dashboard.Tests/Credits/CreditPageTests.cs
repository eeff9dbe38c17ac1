using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class CreditPageTests : PageContext
{
    private const string Get = "GET /billing/credits/bilcr_1";
    private const string Update = "PUT /billing/credits/bilcr_1";

    public CreditPageTests() =>
        Api.OnData(Get, CreditSamples.Credit())
            .OnData<IReadOnlyList<BillingCreditBundleResponseData>>("GET /billing/credits/bundles", [])
            .OnData<IReadOnlyList<BillingPlanCreditGrantResponseData>>(
                "GET /billing/credits/plan-grants",
                [CreditSamples.PlanGrant()]
            )
            .OnData("GET /billing/credits/bundles/count", new CountResponse { Count = 2 })
            .OnData("GET /billing/credits/plan-grants/count", new CountResponse { Count = 1 })
            .OnData<IReadOnlyList<CreditHolderResponseData>>(
                "GET /billing/credits/balances",
                [
                    .. Enumerable
                        .Range(1, 10)
                        .Select(static number => new CreditHolderResponseData
                        {
                            Company = new() { Id = $"comp_{number}", Name = $"Company {number}" },
                            Remaining = 2_000,
                            Reserved = 0.5,
                            Settled = 2_000.5,
                            Total = 3_000,
                        }),
                ]
            )
            .OnData("GET /billing/credits/balances/count", new CountResponse { Count = 1_250 });

    [Fact]
    public async Task The_companies_with_the_most_lead_to_their_credits()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.StartsWith(
                "Companies holding it Company 1 0.5 of it held for a task 2,000.5 tokens",
                Words(page.Find("[aria-labelledby=credit-holders]")),
                StringComparison.Ordinal
            )
        );
        Assert.EndsWith(
            "1,250 companies have some left. These have the most.",
            Words(page.Find("[aria-labelledby=credit-holders]")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            DashboardUrls.Company(Production.Id, "comp_1", DashboardUrls.CreditsTab),
            page.Find("[aria-labelledby=credit-holders] a").GetAttribute("href")
        );
    }

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Get);

        Assert.NotEmpty((await OpenAsync()).FindAll(".detail .skeleton"));
    }

    [Fact]
    public async Task A_credit_of_another_environment_is_no_failure()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no credit.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "There is no such credit in Production",
                page.Find(".state").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task The_page_says_what_is_spent_first_and_which_plans_include_it()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Pro At the start of the billing period; 25% of the rest rolls over 1,000 tokens a month",
                Words(page.Find("[aria-labelledby=credit-plans]")),
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            [
                "Adjustments and refunds, oldest first",
                "Credits rolled over from the period before, oldest first",
                "Credits that the plan includes, oldest first",
                "All others, oldest first",
            ],
            page.FindAll(".credit-order li").Select(static step => step.TextContent)
        );
    }

    [Fact]
    public async Task Deleting_says_what_hangs_on_it_and_asks_for_the_name()
    {
        Api.OnData("DELETE /billing/credits/bilcr_1", new DeleteResponse { Deleted = true });
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Delete"));
        Button(page, "Delete").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-text"));
        var words = Words(dialogs.Find(".dialog-text"));
        Assert.All(
            ["2 bundles", "1,250 companies have", "1 plan includes"],
            part => Assert.Contains(part, words, StringComparison.Ordinal)
        );
        Assert.True(Button(dialogs, "Delete credit").HasAttribute("disabled"));

        dialogs.Find(".dialog-form input.input").Input("AI tokens");
        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Credits(Production.Id), Navigation.Uri, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_the_counts_nothing_is_asked_and_nothing_deleted()
    {
        Api.OnError("GET /billing/credits/balances/count", HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Button(page, "Delete"));

        Button(page, "Delete").Click();

        page.WaitForAssertion(() =>
            Assert.Equal("Nothing was deleted. The store is away.", Assert.Single(Toaster.Toasts).Text)
        );
    }

    [Fact]
    public async Task Editing_keeps_the_currency_and_sends_every_term()
    {
        Api.OnData(Update, CreditSamples.Credit() with { Name = "Tokens" });
        var page = await OpenAsync();
        var dialogs = OpenEditor(page);
        Assert.True(dialogs.Find("[aria-label=Currency]").HasAttribute("disabled"));
        Input(dialogs, "Name").Change("Tokens");

        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Tokens", page.Find("h1").TextContent));
        var body = JsonNode.Parse(Assert.Single(Asked(Update)).Body!)!;
        Assert.Equal(
            ("2", "eur", "1.8"),
            (
                body["per_unit_price_decimal"]!.GetValue<string>(),
                body["currency_prices"]![0]!["currency"]!.GetValue<string>(),
                body["currency_prices"]![0]!["price_per_unit_decimal"]!.GetValue<string>()
            )
        );
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_shown_before_it_is_replaced()
    {
        var page = await OpenAsync();
        var dialogs = OpenEditor(page);
        Input(dialogs, "Name").Change("Tokens");
        Api.OnData(Get, CreditSamples.Credit() with { Description = "Changed meanwhile." });

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("Changed meanwhile.", Words(dialogs.Find(".stale")), StringComparison.Ordinal)
        );
        Assert.Empty(Asked(Update));
    }

    private IRenderedComponent<DialogHost> OpenEditor(IRenderedComponent<CreditPage> page)
    {
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Edit"));
        Button(page, "Edit").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form"));
        dialogs.WaitForAssertion(() => Assert.Equal(2, Asked(Get).Count));
        return dialogs;
    }

    private Task<IRenderedComponent<CreditPage>> OpenAsync() =>
        OpenAsync<CreditPage>(
            DashboardUrls.Credit(Production.Id, "bilcr_1"),
            static page => page.Add(static page => page.CreditId, "bilcr_1")
        );
}
