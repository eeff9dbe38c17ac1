using System.Net;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.Ledger;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits.Ledger;

public sealed class CreditLedgerPageTests : PageContext
{
    private const string Ledger = "GET /v2/billing/credits/ledger";
    private const string Totals = "GET /v2/billing/credits/ledger/totals";

    public CreditLedgerPageTests() =>
        Api.OnData<IReadOnlyList<CreditEventLedgerResponseData>>(Ledger, [CreditSamples.Movement()])
            .OnData("GET /v2/billing/credits/ledger/count", new CountResponse { Count = 1 })
            .OnData<IReadOnlyList<CreditLedgerTotal>>(
                Totals,
                [CreditSamples.Total(used: 15) with { Uncovered = 2.5, Net = 987.5 }]
            )
            .OnData<IReadOnlyList<BillingCreditResponseData>>("GET /billing/credits", [CreditSamples.Credit()])
            .OnData<IReadOnlyList<FeatureDetailResponseData>>("GET /features", [])
            .OnData("GET /companies/comp_1", CompanySamples.Company());

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Ledger);

        Assert.NotEmpty((await OpenAsync()).FindAll(".grid-skeleton"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_ledger()
    {
        Api.OnError(Ledger, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_empty_ledger_says_what_it_is()
    {
        Api.OnData<IReadOnlyList<CreditEventLedgerResponseData>>(Ledger, [])
            .OnData<IReadOnlyList<CreditLedgerTotal>>(Totals, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No movement yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    // 1,000 − 12.5 − 0 − 0 = 987.5
    [Fact]
    public async Task The_sums_add_up_to_the_change()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal("AI tokens 1,000 12.5 0 0 2.5 +987.5 3", Words(page.Find(".ledger-totals tbody tr")))
        );
    }

    [Fact]
    public async Task Rows_and_sums_are_asked_for_with_the_same_filters()
    {
        var page = await OpenAsync(
            new()
            {
                CompanyId = "comp_1",
                CreditId = "bilcr_1",
                Type = CreditEventType.Usage,
                From = new DateOnly(2026, 11, 1),
            }
        );

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Company: Acme", "Credit: AI tokens", "Movement: Used, held or returned", "From: 2026-11-01"],
                page.FindAll(".chip").Select(static chip => chip.GetAttribute("aria-label")![18..])
            )
        );
        (string, string)[] filters =
        [
            ("company_id", "comp_1"),
            ("billing_credit_id", "bilcr_1"),
            ("event_type", "usage"),
            ("start_time", "2026-11-01T00:00:00Z"),
        ];
        Assert.All(
            filters,
            filter =>
            {
                Assert.Contains(filter, Assert.Single(Asked(Ledger)).Parameters);
                Assert.Contains(filter, Assert.Single(Asked(Totals)).Parameters);
            }
        );
    }

    [Fact]
    public async Task A_draw_opens_to_its_event_and_the_grants_that_paid()
    {
        var page = await OpenAsync();
        WaitUntilLoaded(page);
        Api.OnData<IReadOnlyList<CreditEventLedgerResponseData>>(
            Ledger,
            [
                CreditSamples.Movement(),
                CreditSamples.Movement(2) with
                {
                    GrantId = null,
                    GrantReason = null,
                    GrantQuantityRemaining = null,
                    Amount = 2.5,
                },
            ]
        );

        await page.Find(".movement-toggle").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["12.5 from: gift, 487.5 left of it", "2.5 that no grant covered"],
                page.FindAll(".movement-paid li > span:first-child").Select(static part => part.TextContent)
            )
        );
        Assert.Equal(DashboardUrls.Event(Production.Id, "evt_1"), page.Find(".movement-paid a").GetAttribute("href"));
        Assert.Contains(("usage_event_id", "evt_1"), Asked(Ledger)[^1].Parameters);
    }

    [Fact]
    public async Task A_filter_goes_into_the_address_from_the_first_page()
    {
        var page = await OpenAsync(new() { Page = 3 });
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("select[aria-label=Credit] option").Count));

        page.Find("select[aria-label=Credit]").Change("bilcr_1");

        page.WaitForAssertion(() =>
            Assert.EndsWith(
                DashboardUrls.CreditLedger(Production.Id, new LedgerListQuery { CreditId = "bilcr_1" }),
                Navigation.Uri,
                StringComparison.Ordinal
            )
        );
    }

    private Task<IRenderedComponent<CreditLedgerPage>> OpenAsync(LedgerListQuery? query = null) =>
        OpenAsync<CreditLedgerPage>(DashboardUrls.CreditLedger(Production.Id, query));
}
