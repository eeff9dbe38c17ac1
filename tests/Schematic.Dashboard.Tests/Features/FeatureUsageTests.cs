using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeatureUsageTests : PageContext
{
    private const string Series = "GET /insights/feature-usage-timeseries";
    private const string Top = "GET /insights/top-companies";

    private static readonly DateTimeOffset Today = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    public FeatureUsageTests() =>
        Api.OnData("GET /features/feat_1", Counting)
            .OnData(
                Series,
                new EnvironmentFeatureUsageTimeSeriesResponseData
                {
                    FeatureId = "feat_1",
                    EventSubtype = "api_call",
                    Points =
                    [
                        new() { Timestamp = Today.AddDays(-2), Usage = 4000 },
                        new() { Timestamp = Today, Usage = 1000 },
                    ],
                }
            )
            .OnData<IReadOnlyList<CompanyUsageResponseData>>(
                Top,
                [
                    new()
                    {
                        Company = new PreviewObject { Id = "comp_1", Name = "Acme" },
                        Usage = 4000,
                        Share = 0.8,
                    },
                    new() { Usage = 500, Share = 0.1 },
                    new() { Usage = 500, Share = 0.1 },
                ]
            )
            .OnData("GET /insights/top-companies/count", new CountResponse { Count = 120 })
            .OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [])
            .OnData<IReadOnlyList<PlanEntitlementResponseData>>("GET /plan-entitlements", [])
            .OnData<IReadOnlyList<FeatureCompanyResponseData>>("GET /feature-companies", [])
            .OnData<IReadOnlyList<CompanyOverrideResponseData>>("GET /company-overrides", []);

    private static FeatureDetailResponseData Counting =>
        FlagSamples.Feature("feat_1", "API calls") with
        {
            FeatureType = FeatureType.Event,
            EventSubtype = "api_call",
        };

    [Fact]
    public async Task The_chart_has_all_companies_and_every_day()
    {
        var page = await OpenAsync("?range=7d");

        page.WaitForAssertion(() => Assert.Equal("5,000 in all", Words(page.Find(".usage-head p"))));
        Assert.Equal(
            ["0", "0", "0", "0", "4,000", "0", "1,000"],
            page.FindAll(".chart-numbers tbody .grid-numeric").Select(static cell => cell.TextContent)
        );
        Assert.Contains(("granularity", "daily"), Asked(Series)[0].Parameters);
    }

    [Fact]
    public async Task The_companies_with_the_most_usage_lead_to_the_same_time_of_theirs()
    {
        var page = await OpenAsync("?range=7d");

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Acme 4,000 80%", "Deleted company 500 10%", "Deleted company 500 10%"],
                page.FindAll(".usage-list tbody tr").Select(Words)
            )
        );
        Assert.Equal(
            DashboardUrls.Company(
                Production.Id,
                "comp_1",
                DashboardUrls.UsageTab,
                new CompanyUsageQuery
                {
                    FeatureId = "feat_1",
                    Range = new() { Span = UsageSpan.SevenDays },
                }
            ),
            page.Find(".usage-list .grid-primary a").GetAttribute("href")
        );
        page.WaitForAssertion(() => Assert.Equal("1–3 of 120", Words(page.Find(".pager-range"))));
        Assert.EndsWith(
            "/features/feat_1?range=7d&page=2",
            page.Find("[aria-label='Next page']").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_feature_that_counts_no_event_says_so_in_one_line()
    {
        Api.OnData("GET /features/feat_1", FlagSamples.Feature("feat_1", "On or off"));
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.StartsWith(
                "This feature counts no event",
                page.Find(".usage-section p").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(Asked(Series));
    }

    [Fact]
    public async Task Without_usage_it_says_how_to_send_some()
    {
        Api.OnData<IReadOnlyList<CompanyUsageResponseData>>(Top, [])
            .OnData("GET /insights/top-companies/count", new CountResponse { Count = 0 });
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal("No usage in this time", page.Find(".usage-list .state-title").TextContent)
        );
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Series, HttpStatusCode.InternalServerError, "The chart is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "The chart is away.",
                page.Find(".usage-chart [role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    private Task<IRenderedComponent<FeaturePage>> OpenAsync(string query = "") =>
        OpenAsync<FeaturePage>(
            DashboardUrls.Feature(Production.Id, "feat_1") + query,
            static page => page.Add(static page => page.FeatureId, "feat_1")
        );
}
