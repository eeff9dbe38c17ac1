using System.Net;
using System.Text.Json;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class NewCompanyPageTests : PageContext
{
    private const string Create = "POST /companies/create";

    public NewCompanyPageTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>("GET /entity-key-definitions", [])
            .OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
                "GET /entity-trait-definitions",
                [CompanySamples.Definition(TraitType.Number, "seats")]
            );

    [Fact]
    public async Task Nothing_is_sent_without_a_key()
    {
        var page = await OpenAsync();

        page.Find("form").Submit();

        Assert.Equal(
            ["Name the key, like domain.", "Enter the value."],
            page.FindAll(".field-error").Select(static error => error.TextContent)
        );
        Assert.Empty(Asked(Create));
    }

    [Fact]
    public async Task What_was_entered_is_sent_once_and_opens()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(Create, (_, _) => answer.Task);
        var page = await OpenAsync("?key=domain&value=acme.com");
        Button(page, "Add trait").Click();
        page.Find(".row-trait input").Change("seats");
        page.Find(".row-trait .field:nth-of-type(3) input").Change("12.50");

        var first = page.Find("form").SubmitAsync();
        var second = page.Find("form").SubmitAsync();
        answer.SetResult(FakeApi.Data(CompanySamples.Company("comp_7"), HttpStatusCode.Created));
        await Task.WhenAll(first, second);

        var body = JsonElement.Parse(Assert.Single(Asked(Create)).Body!);
        Assert.Equal("""{"domain":"acme.com"}""", body.GetProperty("keys").GetRawText());
        Assert.Equal("""{"seats":12.50}""", body.GetProperty("traits").GetRawText());
        Assert.False(body.TryGetProperty("name", out _));
        Assert.EndsWith(DashboardUrls.Company(Production.Id, "comp_7"), Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_taken_says_by_whom_beside_it_and_keeps_what_was_entered()
    {
        Api.OnError(Create, HttpStatusCode.Conflict, "A company with domain \"acme.com\" exists already: comp_1.")
            .OnData("GET /companies/lookup", CompanySamples.Company());
        var page = await OpenAsync("?key=domain&value=acme.com");

        await page.Find("form").SubmitAsync();

        Assert.Equal("This domain belongs to Acme comp_1 .", Words(page.Find(".row-note .field-error")));
        Assert.Equal(DashboardUrls.Company(Production.Id, "comp_1"), page.Find(".row-note a").GetAttribute("href"));
        Assert.Equal("acme.com", page.FindAll(".row-key input")[1].GetAttribute("value"));
    }

    [Fact]
    public async Task While_the_api_is_away_what_was_entered_stays()
    {
        Api.On(Create, static (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException("Refused")));
        var page = await OpenAsync("?key=domain&value=acme.com");

        await page.Find("form").SubmitAsync();

        Assert.Contains("could not be reached", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("acme.com", page.FindAll(".row-key input")[1].GetAttribute("value"));
    }

    [Fact]
    public async Task A_trait_never_seen_gets_the_type_that_was_chosen()
    {
        Api.OnData("POST /entity-trait-definitions", CompanySamples.Definition(TraitType.Currency, "plan", "price"))
            .OnData(Create, CompanySamples.Company());
        var page = await OpenAsync("?key=domain&value=acme.com");
        Button(page, "Add trait").Click();
        page.Find(".row-trait input").Change("plan.price");
        page.Find(".row-trait select").Change(nameof(TraitType.Currency));
        page.Find(".row-trait .field:nth-of-type(3) input").Change("99");

        await page.Find("form").SubmitAsync();

        var definition = JsonElement.Parse(Assert.Single(Asked("POST /entity-trait-definitions")).Body!);
        Assert.Equal("""["plan","price"]""", definition.GetProperty("hierarchy").GetRawText());
        Assert.Equal("currency", definition.GetProperty("trait_type").GetString());
        Assert.Equal(
            """{"plan":{"price":99}}""",
            JsonElement.Parse(Assert.Single(Asked(Create)).Body!).GetProperty("traits").GetRawText()
        );
    }

    private Task<IRenderedComponent<NewCompanyPage>> OpenAsync(string query = "") =>
        OpenAsync<NewCompanyPage>(DashboardUrls.NewCompany(Production.Id) + query);
}
