using System.Net;
using System.Text.Json;
using Bunit;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class RecentChecksTests : PageContext
{
    private const string List = "GET /events";

    [Fact]
    public async Task While_loading_the_list_shows_its_shape()
    {
        Api.OnSilence(List);

        Assert.NotEmpty((await OpenOfCompanyAsync()).FindAll(".grid-skeleton"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var part = await OpenOfCompanyAsync();

        part.WaitForAssertion(() =>
            Assert.Contains("The store is away.", part.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task None_yet_says_when_they_appear_and_which_do_not()
    {
        Answer();
        var part = await OpenOfCompanyAsync();

        part.WaitForAssertion(() =>
            Assert.Contains("within a second or so", part.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("only a sample is kept", part.Find(".state").TextContent, StringComparison.Ordinal);
        Assert.Contains("What you try above is not among them.", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_sees_which_flags_were_asked_and_opens_one_with_itself_filled_in()
    {
        Answer(EventSamples.Check());
        var part = await OpenOfCompanyAsync();

        part.WaitForAssertion(() => Assert.Equal("analytics", part.Find("tbody .grid-primary").TextContent.Trim()));
        Assert.Equal(
            DashboardUrls.Flag(
                Production.Id,
                "flag_1",
                "check",
                new FlagCheckQuery
                {
                    Company = "comp_1",
                    User = "user_1",
                    IsAsked = true,
                }
            ),
            part.Find("tbody .grid-primary a").GetAttribute("href")
        );
        Assert.Equal(["Off"], part.FindAll("tbody .verdict").Select(static verdict => verdict.TextContent));
        Assert.Equal("Matched standard rule \"Large\"", part.Find("tbody .grid-reason").TextContent.Trim());
        Assert.Equal(DashboardUrls.User(Production.Id, "user_1"), part.Find("tbody .grid-user a").GetAttribute("href"));
        var asked = Assert.Single(Asked(List)).Parameters;
        Assert.Contains(("company_id", "comp_1"), asked);
        Assert.Contains(("event_types", "flag_check"), asked);
        Assert.Contains(("limit", "50"), asked);
    }

    [Fact]
    public async Task A_flag_sees_who_was_asked_for()
    {
        Answer(EventSamples.Check());
        var part = await OpenOfFlagAsync();

        part.WaitForAssertion(() => Assert.Equal("Acme", part.Find("tbody .grid-primary a").TextContent));
        Assert.Contains(("flag_id", "flag_1"), Assert.Single(Asked(List)).Parameters);
        Assert.Equal(
            DashboardUrls.Company(Production.Id, "comp_1", "checks"),
            part.Find("tbody .grid-primary a").GetAttribute("href")
        );
        Assert.EndsWith(
            "?company=comp_1&user=user_1&ask=true",
            part.Find("tbody .grid-actions a").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whom_nobody_found_stays_as_the_application_named_it()
    {
        var body = EventSamples.Body() with
        {
            ReqCompany = new Dictionary<string, string> { ["domain"] = "<b>acme</b>" },
            Preflight = true,
        };
        Answer(
            EventSamples.Check(body: body) with
            {
                CompanyId = null,
                Company = null,
                UserId = "user_9",
                User = null,
            }
        );
        var part = await OpenOfFlagAsync();

        part.WaitForAssertion(() =>
            Assert.Equal("domain=<b>acme</b>", part.Find("tbody .grid-primary").TextContent.Trim())
        );
        Assert.Equal("user_9", part.Find("tbody .grid-user a").TextContent);
        Assert.Contains("Pre-flight", part.Find("tbody .grid-reason").TextContent, StringComparison.Ordinal);
        Assert.EndsWith(
            new FlagCheckQuery
            {
                CompanyKey = "domain",
                Company = "<b>acme</b>",
                User = "user_9",
                IsAsked = true,
            }.ToUri(),
            part.Find("tbody .grid-actions a").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_flag_and_a_body_of_another_form_have_no_link()
    {
        Answer(
            EventSamples.Check(
                body: new()
                {
                    FlagKey = "nosuch",
                    Reason = "Flag not found",
                    Value = false,
                }
            ),
            EventSamples.Check("evt_2") with
            {
                Body = JsonSerializer.SerializeToElement(new { flag_key = 7 }),
                BodyPreview = "Something else",
            }
        );
        var part = await OpenOfCompanyAsync();

        part.WaitForAssertion(() =>
            Assert.Equal(
                ["nosuch", "—"],
                part.FindAll("tbody .grid-primary").Select(static cell => cell.TextContent.Trim())
            )
        );
        Assert.Empty(part.FindAll("tbody .grid-primary a"));
        Assert.Contains("Something else", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_count_a_full_page_leads_on_and_what_is_tried_stays()
    {
        Answer([.. Enumerable.Range(0, 50).Select(static number => EventSamples.Check($"evt_{number}"))]);
        var part = await OpenOfCompanyAsync();

        part.WaitForAssertion(() => Assert.Equal("1–50", part.Find(".pager-range").TextContent));
        Assert.Equal(
            DashboardUrls.Company(Production.Id, "comp_1", "checks") + "?flag=analytics&page=2",
            part.Find("[aria-label='Next page']").GetAttribute("href")
        );
        Assert.Null(part.Find("[aria-label='Last page']").GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_is_asked_for_by_its_offset_and_refreshed()
    {
        Answer(EventSamples.Check());
        var part = await OpenOfCompanyAsync(new RecentChecksQuery { Page = 3, Size = 25 });
        part.WaitForAssertion(() => Assert.NotEmpty(part.FindAll("tbody .verdict")));
        Assert.Contains(("offset", "50"), Asked(List)[0].Parameters);

        Button(part, "Refresh").Click();

        part.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
    }

    [Fact]
    public async Task A_company_page_pages_its_checks_without_explaining_anew()
    {
        Answer([.. Enumerable.Range(0, 50).Select(static number => EventSamples.Check($"evt_{number}"))]);
        Api.OnData<IReadOnlyList<FlagVerdictResponseData>>("GET /flags/verdicts", [])
            .OnData("POST /flags/analytics/explain", ExplanationSamples.ClosestMiss());
        await EnterAsync();
        var part = Render<CompanyChecks>(part =>
            part.Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.CompanyId, "comp_1")
                .Add(static part => part.Query, new CompanyChecksQuery { Flag = "analytics" })
                .Add(static part => part.Recent, new RecentChecksQuery())
        );
        part.WaitForAssertion(() => Assert.Equal("1–50", part.Find(".pager-range").TextContent));

        part.Render(static part => part.Add(static part => part.Recent, new RecentChecksQuery { Page = 2 }));

        part.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        Assert.Single(Asked("POST /flags/analytics/explain"));
    }

    private void Answer(params IReadOnlyList<EventDetailResponseData> checks) => Api.OnData(List, checks);

    private Task<IRenderedComponent<RecentChecks>> OpenOfCompanyAsync(RecentChecksQuery? query = null) =>
        OpenAsync(
            query,
            static part =>
                part.Add(static part => part.CompanyId, "comp_1")
                    .Add(
                        static part => part.UrlFor,
                        static query =>
                            DashboardUrls.Company(
                                Production.Id,
                                "comp_1",
                                "checks",
                                new UrlQueryPair(new CompanyChecksQuery { Flag = "analytics" }, query)
                            )
                    )
        );

    private Task<IRenderedComponent<RecentChecks>> OpenOfFlagAsync() =>
        OpenAsync(
            null,
            static part =>
                part.Add(static part => part.FlagId, "flag_1")
                    .Add(
                        static part => part.UrlFor,
                        static query => DashboardUrls.Flag(Production.Id, "flag_1", "check", query)
                    )
        );

    private async Task<IRenderedComponent<RecentChecks>> OpenAsync(
        RecentChecksQuery? query,
        Action<ComponentParameterCollectionBuilder<RecentChecks>> parameters
    )
    {
        await EnterAsync();
        return Render<RecentChecks>(part =>
        {
            part.Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.Query, query ?? new RecentChecksQuery());
            parameters(part);
        });
    }
}
