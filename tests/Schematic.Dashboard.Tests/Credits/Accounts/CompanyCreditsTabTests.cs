using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.Accounts;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class CompanyCreditsTabTests : PageContext
{
    private const string Balances = "GET /billing/credits/balance";
    private const string Ledger = "GET /v2/billing/credits/ledger";
    private const string Grant = "POST /billing/credits/grants/company";
    private const string Release = "PUT /billing/credits/lease/crlse_1/release";
    private const string ZeroOut = "PUT /billing/credits/grants/bcgr_1/zero-out";

    public CompanyCreditsTabTests() =>
        Api.OnData<IReadOnlyList<CompanyCreditBalanceResponseData>>(Balances, [CreditSamples.Balance(480.5, 20)])
            .OnData<IReadOnlyList<BillingCreditResponseData>>("GET /billing/credits", [CreditSamples.Credit()])
            .OnData<IReadOnlyList<BillingCreditBundleResponseData>>("GET /billing/credits/bundles", [])
            .OnData<IReadOnlyList<BillingCreditGrantResponseData>>(
                "GET /billing/credits/grants/company/list",
                [
                    CreditSamples.Grant() with
                    {
                        QuantityRemaining = 480.5,
                        Reserved = 20,
                        Settled = 500.5,
                        Note = "For the outage.",
                    },
                    CreditSamples.Grant("bcgr_2", "Pro") with
                    {
                        QuantityRemaining = 0,
                        ZeroedOutReason = BillingCreditGrantZeroedOutReason.PlanPeriodReset,
                        ZeroedOutDate = CreditSamples.Long,
                    },
                ]
            )
            .OnData<IReadOnlyList<CreditLeaseResponseData>>("GET /billing/credits/leases", [CreditSamples.Lease()])
            .OnData<IReadOnlyList<CreditLedgerTotal>>(
                "GET /v2/billing/credits/ledger/totals",
                [CreditSamples.Total(used: 70)]
            )
            .OnData<IReadOnlyList<CreditEventLedgerResponseData>>(Ledger, [CreditSamples.Movement()])
            .OnData("GET /v2/billing/credits/ledger/count", new CountResponse { Count = 1 });

    [Fact]
    public async Task The_balance_says_what_remains_and_what_is_held()
    {
        var tab = await OpenAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal("Remaining 480.5 Reserved 20 Settled 500.5 Granted 1,000", Words(tab.Find(".credit-figures")))
        );
        Assert.Contains(
            "A hold has reserved 50 tokens and spent 30 of them",
            Words(tab.Find(".credit-hold")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "At 2.33 tokens a day, as in the last 30 days, they run out on",
            Words(tab.Find(".credit-forecast")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_lane_reads_out_its_figures_and_a_table_has_them()
    {
        var tab = await OpenAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal(
                "Gift: 500.5 of 1,000 tokens left, 20 of them held, from 1 Oct 2026, never expires",
                tab.Find(".lane-tip").TextContent
            )
        );
        Assert.Equal("0", tab.Find(".lane").GetAttribute("tabindex"));
        Assert.Contains("width:50.05%", tab.Find(".lane-left").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("For the outage.", Words(tab.Find(".credit-grants")), StringComparison.Ordinal);
        Assert.Contains(
            "500 of 1,000 tokens used; new period",
            Words(tab.Find(".credit-ended")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_company_that_was_never_given_any_is_offered_some()
    {
        Api.OnData<IReadOnlyList<CompanyCreditBalanceResponseData>>(Balances, []);
        var tab = await OpenAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains("never given any", tab.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_failure_is_no_empty_balance()
    {
        Api.OnError(Balances, HttpStatusCode.InternalServerError, "The store is away.");
        var tab = await OpenAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains("The store is away.", tab.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Granting_shows_the_new_balance_and_a_retry_has_the_same_key()
    {
        var answers = 0;
        Api.On(
            Grant,
            _ =>
                ++answers == 1
                    ? FakeApi.Error(HttpStatusCode.ServiceUnavailable, "Busy.")
                    : FakeApi.Data(CreditSamples.Grant("bcgr_9"))
        );
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => tab.Find(".credit-account header button"));
        tab.Find(".credit-account header button").Click();
        dialogs.WaitForAssertion(() => Input(dialogs, "Credits"));
        Input(dialogs, "Credits").Input("1,000");
        dialogs.WaitForAssertion(() =>
            Assert.Equal("Balance 500.5 → 1,500.5 tokens", Words(dialogs.Find(".credit-preview")))
        );
        Input(dialogs, "Note").Change("Promised by Ada.");

        await dialogs.Find(".dialog-form").SubmitAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("Busy.", dialogs.Markup, StringComparison.Ordinal));
        await dialogs.Find(".dialog-form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Equal(2, Asked(Balances).Count));
        var sent = Asked(Grant);
        Assert.Equal(2, sent.Count);
        Assert.Equal(KeyOf(sent[0]), KeyOf(sent[1]));
        var body = JsonNode.Parse(sent[1].Body!)!;
        Assert.Equal(
            (1_000L, "free", "Promised by Ada."),
            (body["quantity"]!.GetValue<long>(), body["reason"]!.GetValue<string>(), body["note"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task A_changed_grant_has_a_key_of_its_own()
    {
        Api.OnError(Grant, HttpStatusCode.ServiceUnavailable, "Busy.");
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => tab.Find(".credit-account header button"));
        tab.Find(".credit-account header button").Click();
        dialogs.WaitForAssertion(() => Input(dialogs, "Credits"));
        Input(dialogs, "Credits").Input("1");
        await dialogs.Find(".dialog-form").SubmitAsync();
        dialogs.WaitForAssertion(() => Assert.Contains("Busy.", dialogs.Markup, StringComparison.Ordinal));

        Input(dialogs, "Credits").Input("2");
        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.Equal(2, Asked(Grant).Count));
        Assert.NotEqual(KeyOf(Asked(Grant)[0]), KeyOf(Asked(Grant)[1]));
    }

    [Fact]
    public async Task Zeroing_out_says_what_is_lost_and_sends_the_reason()
    {
        Api.OnData(ZeroOut, CreditSamples.Grant());
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Zero out Gift"));
        Button(tab, "Zero out Gift").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-text"));
        Assert.StartsWith("480.5 tokens of Gift are", Words(dialogs.Find(".dialog-text")), StringComparison.Ordinal);
        Assert.Contains("20 tokens more are held", Words(dialogs.Find(".dialog-text")), StringComparison.Ordinal);
        Assert.Equal("Balance 500.5 → 20 tokens", Words(dialogs.Find(".credit-preview")));
        Input(dialogs, "Reason").Change("Reconciled");

        await dialogs.Find(".dialog-form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Equal(2, Asked(Balances).Count));
        Assert.Equal("reconciled", JsonNode.Parse(Assert.Single(Asked(ZeroOut)).Body!)!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Releasing_a_hold_says_what_returns_and_shows_the_new_balance()
    {
        Api.OnData(Release, CreditSamples.Lease());
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Release now"));
        Button(tab, "Release now").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-text"));
        Assert.StartsWith("20 tokens return", Words(dialogs.Find(".dialog-text")), StringComparison.Ordinal);
        Assert.Equal("Remaining 480.5 → 500.5 tokens", Words(dialogs.Find(".credit-preview")));

        await dialogs.Find(".dialog-form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Equal(2, Asked(Balances).Count));
        Assert.Single(Asked(Release));
    }

    [Fact]
    public async Task A_hold_that_has_ended_meanwhile_is_told_in_the_dialog()
    {
        Api.OnError(Release, HttpStatusCode.Conflict, "This lease was released already.");
        var tab = await OpenAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Release now"));
        Button(tab, "Release now").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("This lease was released already.", dialogs.Markup, StringComparison.Ordinal)
        );
        Assert.Single(Asked(Balances));
    }

    [Fact]
    public async Task The_ledger_has_a_running_balance_and_its_filters_in_the_address()
    {
        var tab = await OpenAsync(new CompanyCreditsQuery { CreditId = "bilcr_1", Type = CreditEventType.Usage });

        tab.WaitForAssertion(() =>
            Assert.EndsWith(
                "Used for API calls AI tokens −12.5 487.5",
                Words(tab.Find(".credit-ledger tbody tr")),
                StringComparison.Ordinal
            )
        );
        var asked = Assert.Single(Asked(Ledger)).Parameters;
        Assert.Contains(("company_id", "comp_1"), asked);
        Assert.Contains(("billing_credit_id", "bilcr_1"), asked);
        Assert.Contains(("event_type", "usage"), asked);
    }

    [Theory]
    [InlineData("?credit=bilcr_1&type=zero_out&page=3")]
    [InlineData("")]
    public void The_address_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, CompanyCreditsQuery.FromUri(new UrlReader(uri)).ToUri());

    private static string KeyOf(RecordedRequest request) => request.Headers["Idempotency-Key"];

    private async Task<IRenderedComponent<CompanyCreditsTab>> OpenAsync(CompanyCreditsQuery? query = null)
    {
        await EnterAsync();
        return Render<CompanyCreditsTab>(tab =>
            tab.Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.CompanyId, "comp_1")
                .Add(static tab => tab.Query, query ?? new CompanyCreditsQuery())
        );
    }
}
