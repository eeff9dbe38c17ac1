using System.Net;
using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class CreditsPageTests : PageContext
{
    private const string List = "GET /billing/credits";

    public CreditsPageTests()
    {
        Api.OnData("GET /billing/credits/count", new CountResponse { Count = 1 });
        Api.OnData("GET /billing/credits/self-check", BalanceCheckTests.Agreeing);
    }

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List);

        Assert.NotEmpty((await OpenAsync()).FindAll(".grid-skeleton"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_environment_says_what_a_credit_is()
    {
        Api.OnData<IReadOnlyList<BillingCreditResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No credits yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_row_says_the_cost_in_each_currency_and_the_rules()
    {
        Api.OnData<IReadOnlyList<BillingCreditResponseData>>(List, [CreditSamples.Credit()]);
        var page = await OpenAsync(new CreditsListQuery { Search = "token" });

        page.WaitForAssertion(() =>
            Assert.StartsWith(
                "AI tokens $0.02 €0.018 Plan first, then oldest first 30 days after they are granted",
                Words(page.Find("tbody tr")),
                StringComparison.Ordinal
            )
        );
        Assert.Equal(DashboardUrls.Credit(Production.Id, "bilcr_1"), page.Find("tbody a").GetAttribute("href"));
        Assert.Contains(("name", "token"), Assert.Single(Asked(List)).Parameters);
    }

    private Task<IRenderedComponent<CreditsPage>> OpenAsync(CreditsListQuery? query = null) =>
        OpenAsync<CreditsPage>(DashboardUrls.Credits(Production.Id, query));
}
