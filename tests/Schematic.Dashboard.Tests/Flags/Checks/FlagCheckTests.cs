using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Search;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Flags;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Dashboard.Tests.Users;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class FlagCheckTests : PageContext
{
    private const string Explain = "POST /flags/analytics/explain";

    private static readonly SearchHitResponseData Acme = new()
    {
        Kind = SearchKind.Company,
        Id = "comp_1",
        Name = "Acme",
        MatchedKeys = ["domain"],
    };

    public FlagCheckTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
                "GET /entity-key-definitions",
                [CompanySamples.KeyDefinition("domain")]
            )
            .OnData("GET /companies/lookup", CompanySamples.Company())
            .OnData<IReadOnlyList<CompanyDetailResponseData>>("GET /companies", [CompanySamples.Company()])
            .OnData<IReadOnlyList<SearchHitResponseData>>("GET /search", [Acme])
            .OnData("GET /flags/flag_1", FlagSamples.Flag())
            .OnData(Explain, ExplanationSamples.ClosestMiss())
            .OnData<IReadOnlyList<EventDetailResponseData>>("GET /events", []);

    [Fact]
    public async Task Before_anything_is_asked_it_says_what_can_be()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "Who gets this flag, and why?",
                page.Find(".check-answer").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(Asked(Explain));
    }

    [Fact]
    public async Task What_is_asked_stands_in_the_address_and_the_ladder_says_why()
    {
        var page = await OpenAsync(
            new FlagCheckQuery
            {
                CompanyKey = "domain",
                Company = "acme.com",
                Usage = 3,
                IsAsked = true,
            }
        );

        page.WaitForAssertion(() => Assert.Equal("Analytics is off for Acme", page.Find(".ladder h2").TextContent));
        var body = JsonNode.Parse(Assert.Single(Asked(Explain)).Body!)!;
        Assert.Equal("acme.com", body["company"]!["domain"]!.GetValue<string>());
        Assert.Equal(3, body["preflight"]!["usage"]!.GetValue<int>());
        Assert.Null(body["rules"]);
        Assert.Contains(
            "Expected company trait seats to be at least 5; it is 3.",
            page.Find(".ladder-miss").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["company trait seats", "at least 5", "3", "✕ did not match"],
            page.FindAll(".rung-table tbody td").Select(Words)
        );
    }

    [Fact]
    public async Task Asking_goes_to_another_address()
    {
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find("#check-company"));

        page.Find("#check-company").Input("acme.com");
        page.Find(".check-form").Submit();

        page.WaitForAssertion(() =>
            Assert.EndsWith(
                DashboardUrls.Flag(
                    Production.Id,
                    "flag_1",
                    "check",
                    new FlagCheckQuery { Company = "comp_1", IsAsked = true }
                ),
                Navigation.Uri,
                StringComparison.Ordinal
            )
        );
    }

    [Theory]
    [InlineData(0, "No company has this id or key. Choose one from the list.")]
    [InlineData(2, "Several companies have this key. Choose one from the list.")]
    public async Task What_names_nobody_or_several_is_refused_at_its_field(int hits, string sentence)
    {
        Api.OnData<IReadOnlyList<SearchHitResponseData>>(
            "GET /search",
            [.. Enumerable.Range(0, hits).Select(static number => Acme with { Id = $"comp_{number}" })]
        );
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find("#check-company"));

        page.Find("#check-company").Input("acme.com");
        page.Find(".check-form").Submit();

        page.WaitForAssertion(() => Assert.Equal(sentence, page.Find("#check-company-error").TextContent));
        Assert.Equal("true", page.Find("#check-company").GetAttribute("aria-invalid"));
        Assert.Empty(Asked(Explain));
    }

    [Fact]
    public async Task Costs_in_credits_are_asked_and_stand_in_the_address()
    {
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find(".preflight"));
        foreach (var (number, credit, amount) in new[] { (0, "bilcr_1", "2.5"), (1, "bilcr_2", "0") })
        {
            Button(page, "Add a credit").Click();
            Field(page, "Credit", number).Change(credit);
            Field(page, "Amount", number).Change(amount);
        }

        Button(page, "Add a credit").Click();
        page.Find(".check-form").Submit();

        page.WaitForAssertion(() =>
            Assert.EndsWith(
                "?credit_cost=bilcr_1%3A2.5&credit_cost=bilcr_2%3A0&ask=true",
                Navigation.Uri,
                StringComparison.Ordinal
            )
        );
        page.WaitForAssertion(() => Assert.Single(Asked(Explain)));
        Assert.Equal(
            """{"bilcr_1":2.5,"bilcr_2":0}""",
            JsonNode.Parse(Asked(Explain)[0].Body!)!["preflight"]!["credit_cost"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_credit_that_was_added_can_be_removed()
    {
        var page = await OpenAsync(new FlagCheckQuery { CreditCosts = [new("bilcr_1", 1), new("bilcr_2", 2)] });
        page.WaitForAssertion(() => Assert.Equal("2", Field(page, "Amount", 1).GetAttribute("value")));

        Button(page, "Remove the cost in bilcr_1").Click();

        Assert.Equal("bilcr_2", Field(page, "Credit").GetAttribute("value"));
    }

    [Theory]
    [InlineData("Usage", "-1", "Enter a whole number, 0 or more.")]
    [InlineData("Usage", "1.5", "Enter a whole number, 0 or more.")]
    [InlineData("Quantity", "1", "Name the event.", "Of one event only")]
    [InlineData("Of one event only", "api-call", "Enter a whole number, 0 or more.", "Quantity")]
    public async Task What_is_no_number_is_refused_beside_its_field(
        string label,
        string entered,
        string wrong,
        string? beside = null
    )
    {
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find(".preflight"));
        var before = Navigation.Uri;

        Field(page, label).Change(entered);
        page.Find(".check-form").Submit();

        Assert.Equal(
            wrong,
            Assert.Single(Field(page, beside ?? label).Closest(".field")!.QuerySelectorAll(".field-error")).TextContent
        );
        Assert.Equal((entered, before), (Field(page, label).GetAttribute("value"), Navigation.Uri));
        Field(page, beside ?? label).Change("1");
        Assert.Empty(page.FindAll(".field-error"));
    }

    [Theory]
    [InlineData("bilcr_1", "-1", "Enter a number, 0 or more.")]
    [InlineData("bilcr_1", "", "Enter a number, 0 or more.")]
    [InlineData("bilcr_1", "NaN", "Enter a number, 0 or more.")]
    [InlineData("", "1", "Name the credit.")]
    [InlineData("bilcr_0", "1", "This credit is named above.")]
    public async Task A_cost_that_is_none_is_refused_beside_its_field(string credit, string amount, string wrong)
    {
        var page = await OpenAsync(new FlagCheckQuery { CreditCosts = [new("bilcr_0", 1)] });
        page.WaitForAssertion(() => page.Find(".cost"));
        Button(page, "Add a credit").Click();

        Field(page, "Credit", 1).Change(credit);
        Field(page, "Amount", 1).Change(amount);
        page.Find(".check-form").Submit();

        Assert.Equal(wrong, Assert.Single(page.FindAll(".field-error")).TextContent);
        Assert.Empty(Asked(Explain));
    }

    [Fact]
    public async Task A_user_is_found_by_a_search_as_a_company_is()
    {
        Api.On(
            "GET /users",
            static request =>
                FakeApi.Data<IReadOnlyList<UserDetailResponseData>>(
                    request.Parameters.Contains(("q", "ada")) ? [UserSamples.User("user_7", "Ada")] : []
                )
        );
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find("#check-user"));

        page.Find("#check-user").Input("ada");
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForElement("[role=option]").Click();
        page.Find(".check-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("user=user_7", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("Ada", page.Find("#check-user").GetAttribute("value"));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Explain, HttpStatusCode.NotFound, "There is no such company.");
        var page = await OpenAsync(new FlagCheckQuery { Company = "comp_9", IsAsked = true });

        page.WaitForAssertion(() =>
            Assert.Contains(
                "There is no such company.",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    private static IElement Field(IRenderedComponent<FlagPage> page, string label, int number = 0) =>
        page.Find(
            $"#{page.FindAll(".check-form label").Where(found => found.ChildNodes[0].TextContent.Trim() == label).ElementAt(number).GetAttribute("for")}"
        );

    private Task<IRenderedComponent<FlagPage>> OpenAsync(FlagCheckQuery? query = null) =>
        OpenAsync<FlagPage>(
            DashboardUrls.Flag(Production.Id, "flag_1", "check", query),
            static page => page.Add(static page => page.FlagId, "flag_1").Add(static page => page.Tab, "check")
        );
}
