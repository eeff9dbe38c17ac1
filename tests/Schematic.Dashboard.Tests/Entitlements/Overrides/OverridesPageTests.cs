using System.Globalization;
using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class OverridesPageTests : PageContext
{
    private const string List = "GET /company-overrides";
    private const string Count = "GET /company-overrides/count";
    private const string Usage = "GET /feature-usage";

    public OverridesPageTests() =>
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
                "GET /features",
                [FlagSamples.Feature("feat_calls", "Calls")]
            )
            .OnData<IReadOnlyList<FeatureUsageResponseData>>(Usage, []);

    [Fact]
    public async Task A_row_says_who_has_what_instead_of_what_until_when_and_why()
    {
        var own = Own("cmov_1", 20_000, Clock.GetUtcNow().AddDays(3)) with
        {
            Notes = [Note("Their migration", "Mira")],
        };
        Answer(own);
        Api.OnData<IReadOnlyList<FeatureUsageResponseData>>(
            Usage,
            [
                UsageSamples.Calls(1, 20_000, own.Id) with
                {
                    Candidates =
                    [
                        UsageSamples.Given(10_000, EntitlementCandidateStatus.Outbid),
                        UsageSamples.Overridden(own),
                    ],
                },
            ]
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["", "Acme", "API access", "20,000", "Pro v2 10,000", "in 3 days", "Their migration Mira · 1 day ago"],
                Cells(page).SkipLast(1)
            )
        );
        Assert.NotNull(page.Find("tbody .grant-soon"));
    }

    [Fact]
    public async Task One_that_the_plan_has_overtaken_is_marked()
    {
        var own = Own("cmov_1", 60);
        Answer(own);
        Api.OnData<IReadOnlyList<FeatureUsageResponseData>>(
            Usage,
            [
                UsageSamples.Calls(1, 100) with
                {
                    Candidates =
                    [
                        UsageSamples.Given(100),
                        UsageSamples.Overridden(own, EntitlementCandidateStatus.Outbid),
                    ],
                },
            ]
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("Pro v2 100 No effect", Cells(page)[4]));
    }

    [Fact]
    public async Task A_filter_is_applied_by_the_API_a_page_at_a_time_with_a_true_count()
    {
        Api.OnData<IReadOnlyList<CompanyOverrideResponseData>>(
                List,
                [.. Enumerable.Range(0, 25).Select(n => Own($"cmov_{n}", 1, Clock.GetUtcNow().AddDays(-1)))]
            )
            .OnData(Count, new CountResponse { Count = 3_000 });
        var page = await OpenAsync(
            new OverridesListQuery
            {
                Show = OverridesListQuery.Expired,
                Page = 2,
                Size = 25,
            }
        );

        page.WaitForAssertion(() =>
            Assert.Contains("of 3,000", page.Find(".pager").TextContent, StringComparison.Ordinal)
        );
        var sent = Assert.Single(Asked(List)).Parameters;
        Assert.Contains(("is_expired", "true"), sent);
        Assert.Contains(("limit", "25"), sent);
        Assert.Contains(("offset", "25"), sent);
        Assert.Contains(("is_expired", "true"), Assert.Single(Asked(Count)).Parameters);
    }

    [Fact]
    public async Task Those_without_effect_are_looked_for_among_the_newest_and_the_page_says_among_how_many()
    {
        var (idle, needed) = (Own("cmov_1", 60), Own("cmov_2", 900) with { CompanyId = "comp_2" });
        Api.OnData<IReadOnlyList<CompanyOverrideResponseData>>(List, [idle, needed])
            .OnData(Count, new CountResponse { Count = 1_234 })
            .On(
                Usage,
                request =>
                    FakeApi.Data<IReadOnlyList<FeatureUsageResponseData>>([
                        request.Parameters.Contains(("company_id", "comp_2"))
                            ? UsageSamples.Calls(1, 900, needed.Id) with
                            {
                                Candidates =
                                [
                                    UsageSamples.Given(100, EntitlementCandidateStatus.Outbid),
                                    UsageSamples.Overridden(needed),
                                ],
                            }
                            : UsageSamples.Calls(1, 100) with
                            {
                                Candidates =
                                [
                                    UsageSamples.Given(100),
                                    UsageSamples.Overridden(idle, EntitlementCandidateStatus.Outbid),
                                ],
                            },
                    ])
            );
        var page = await OpenAsync(new OverridesListQuery { Show = OverridesListQuery.NoEffect });

        page.WaitForAssertion(() => Assert.Equal("Pro v2 100 No effect", Cells(page)[4]));
        Assert.Single(page.FindAll("tbody tr:not(.grid-skeleton)"));
        Assert.Contains("of 1", page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "the newest 2 of 1,234 active overrides",
            string.Join(
                ' ',
                page.Find(".alert").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(("limit", "250"), Assert.Single(Asked(List)).Parameters);
        Assert.Contains(("without_expired", "true"), Asked(List)[0].Parameters);
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.")
            .OnData(Count, new CountResponse { Count = 1 });
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_an_override_it_says_what_one_is()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No overrides yet", page.Find(".state-title").TextContent));
    }

    [Fact]
    public async Task Removing_several_tells_of_each_and_tries_again_only_what_failed()
    {
        Answer(Own("cmov_1", 1), Own("cmov_2", 2), Own("cmov_3", 3));
        foreach (var (id, limit) in new[] { ("cmov_1", 1), ("cmov_2", 2) })
            Api.OnData($"GET /company-overrides/{id}", Own(id, limit), $"\"{id}\"");
        Api.OnData("DELETE /company-overrides/cmov_1", new DeleteResponse { Deleted = true })
            .OnError("DELETE /company-overrides/cmov_2", HttpStatusCode.Conflict, "Somebody is using it.");
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".row-check").Count));
        page.FindAll(".row-check")[0].Change(true);
        page.FindAll(".row-check")[1].Change(true);
        Assert.Contains("2 overrides chosen", page.Find(".bulk-bar").TextContent, StringComparison.Ordinal);
        page.FindAll(".bulk-bar button").First(static button => button.TextContent == "Remove").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Remove 2 overrides"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "1 of 2 done, 1 failed.",
                dialogs.Find(".bulk-summary").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal("Somebody is using it.", dialogs.Find(".bulk-list .field-error").TextContent);
        Api.OnData("DELETE /company-overrides/cmov_2", new DeleteResponse { Deleted = true });

        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".bulk-bar")));
        Assert.Equal("\"cmov_1\"", Assert.Single(Asked("DELETE /company-overrides/cmov_1")).Headers["If-Match"]);
        Assert.Equal(2, Asked("DELETE /company-overrides/cmov_2").Count);
        Assert.Empty(Asked("DELETE /company-overrides/cmov_3"));
    }

    [Fact]
    public async Task Extending_counts_from_the_end_or_from_now_and_leaves_those_that_never_end()
    {
        var end = Clock.GetUtcNow().AddDays(3);
        var rows = new[] { Own("cmov_1", 1, end), Own("cmov_2", 2, Clock.GetUtcNow().AddDays(-9)), Own("cmov_3", 3) };
        Answer(rows);
        foreach (var own in rows)
            Api.OnData($"GET /company-overrides/{own.Id}", own, "\"shown\"")
                .OnData($"PUT /company-overrides/{own.Id}", own);
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".row-check").Count));
        for (var i = 0; i < 3; i++)
            page.FindAll(".row-check")[i].Change(true);
        page.FindAll(".bulk-bar button").First(static button => button.TextContent == "Extend").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Extend 3 overrides"));
        dialogs.Find("#extend-by").Change("14");

        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".bulk-bar")));
        Assert.Contains(Day(end.AddDays(14)), Asked("PUT /company-overrides/cmov_1")[0].Body, StringComparison.Ordinal);
        Assert.Contains(
            Day(Clock.GetUtcNow().AddDays(14)),
            Asked("PUT /company-overrides/cmov_2")[0].Body,
            StringComparison.Ordinal
        );
        Assert.Empty(Asked("PUT /company-overrides/cmov_3"));
        Assert.Equal("\"shown\"", Asked("PUT /company-overrides/cmov_1")[0].Headers["If-Match"]);
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Cells(IRenderedComponent<OverridesPage> page) =>
        [
            .. page.FindAll("tbody tr:not(.grid-skeleton) td")
                .Select(static cell =>
                    string.Join(' ', Words(cell).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                ),
        ];

    private static CompanyOverrideResponseData Own(string id, long limit, DateTimeOffset? ends = null) =>
        UsageSamples.Override(limit, ends) with
        {
            Id = id,
            Company = CompanySamples.Company(),
        };

    private CompanyOverrideNoteResponseData Note(string text, string author) =>
        new()
        {
            Id = "cmon_1",
            Note = text,
            ExternalUserId = "",
            ExternalUserName = author,
            CreatedAt = Clock.GetUtcNow().AddDays(-1),
            UpdatedAt = Clock.GetUtcNow(),
        };

    private void Answer(params IReadOnlyList<CompanyOverrideResponseData> rows) =>
        Api.OnData(List, rows).OnData(Count, new CountResponse { Count = rows.Count });

    private Task<IRenderedComponent<OverridesPage>> OpenAsync(OverridesListQuery? query = null) =>
        OpenAsync<OverridesPage>(DashboardUrls.Overrides(Production.Id, query));
}
