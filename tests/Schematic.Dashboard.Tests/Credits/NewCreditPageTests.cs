using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class NewCreditPageTests : PageContext
{
    private const string Create = "POST /billing/credits";

    [Fact]
    public async Task A_credit_is_created_and_opened()
    {
        Api.OnData(Create, CreditSamples.Credit("bilcr_9"));
        var page = await OpenAsync<NewCreditPage>(DashboardUrls.NewCredit(Production.Id));
        Input(page, "Name").Change("AI tokens");
        page.Find("[aria-label='Price of one']").Change("0.0125");
        page.FindAll("input[type=radio]")[3].Change("ExpirationPriority");
        page.Find("input[type=checkbox]").Change(true);

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Credit(Production.Id, "bilcr_9"), Navigation.Uri, StringComparison.Ordinal)
        );
        var body = JsonNode.Parse(Assert.Single(Asked(Create)).Body!)!;
        Assert.Equal(
            ("expiration_priority", "1.25", 30L, "days"),
            (
                body["burn_strategy"]!.GetValue<string>(),
                body["per_unit_price_decimal"]!.GetValue<string>(),
                body["default_expiry_unit_count"]!.GetValue<long>(),
                body["default_expiry_unit"]!.GetValue<string>()
            )
        );
    }

    [Fact]
    public async Task What_the_API_refuses_is_said_beside_its_field()
    {
        Api.OnError(Create, HttpStatusCode.BadRequest, "name must not be empty.", "name");
        var page = await OpenAsync<NewCreditPage>(DashboardUrls.NewCredit(Production.Id));
        Input(page, "Name").Change(".");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Name must not be empty.", page.Find(".field-error").TextContent));
    }

    [Fact]
    public async Task A_price_that_cannot_be_read_is_not_sent()
    {
        var page = await OpenAsync<NewCreditPage>(DashboardUrls.NewCredit(Production.Id));
        Input(page, "Name").Change("AI tokens");
        page.Find("[aria-label='Price of one']").Change("two cents");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("like 0.02", page.Find(".credit-price-fields").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(Asked(Create));
    }
}
