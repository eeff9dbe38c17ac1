using System.Globalization;
using System.Net;
using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class CompanyUsageTests : PageContext
{
    private const string History = "GET /feature-usage-history";
    private const string Users = "GET /user-usage-by-company";

    public CompanyUsageTests() =>
        Api.OnData("GET /companies/comp_1", CompanySamples.Company())
            .OnData<IReadOnlyList<UserDetailResponseData>>("GET /users", [])
            .OnData("GET /users/count", new CountResponse { Count = 0 })
            .OnData<IReadOnlyList<FeatureDetailResponseData>>(
                "GET /features",
                [Counting("feat_2", "Reports"), Counting("feat_1", "API calls")]
            )
            .On(History, static request => FakeApi.Data(IsFirst(request) ? Rows : []))
            .OnData(Users, Usage);

    private static IReadOnlyList<FeatureUsageHistoryResponseData> Rows =>
        [Row(new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero), 1200), Row(Today, 300)];

    private static DateTimeOffset Today => new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static UserUsageByCompanyResponseData Usage =>
        new()
        {
            ActiveUsers = 2,
            UserCount = 4,
            CompanyId = "comp_1",
            FeatureId = "feat_1",
            EventSubtype = "api_call",
            StartTime = Today,
            EndTime = Today,
            TotalUsage = 1500,
            Users =
            [
                new() { Usage = 750, Share = 0.5 },
                new()
                {
                    UserId = "user_1",
                    User = new PreviewObject { Id = "user_1", Name = "Ada" },
                    Usage = 600,
                    Share = 0.4,
                    LastSeenAt = Today,
                },
                new()
                {
                    UserId = "user_2",
                    Usage = 150,
                    Share = 0.1,
                },
            ],
        };

    [Fact]
    public async Task The_first_feature_is_shown_with_its_total_users_and_gaps()
    {
        var page = await OpenAsync("?range=7d");

        page.WaitForAssertion(() =>
            Assert.Equal(["Total 1,500", "Active users 2 of 4", "Top user 40%"], page.FindAll(".tile").Select(Words))
        );
        Assert.Equal("feat_1", page.Find("select[aria-label=Feature]").GetAttribute("value"));
        Assert.Equal(
            ["0", "0", "0", "0", "1,200", "0", "300"],
            page.FindAll(".chart-numbers tbody .grid-numeric").Select(static cell => cell.TextContent)
        );
        Assert.Equal("1,500 in all", Words(page.Find(".usage-head p")));
        Assert.Contains(("granularity", "daily"), Asked(History)[0].Parameters);
        Assert.Equal(
            ("2026-11-14", "2026-11-21"),
            (Date(Asked(History)[0], "start_time"), Date(Asked(History)[0], "end_time"))
        );
    }

    [Fact]
    public async Task Users_are_listed_with_the_unattributed_among_them_and_add_up()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Unattributed 750 50% —", "Ada 600 40% 14 hours ago", "user_2 150 10% —"],
                page.FindAll(".usage-list tbody tr").Select(Words)
            )
        );
        Assert.Equal(
            Usage.TotalUsage,
            page.FindAll(".usage-list tbody .grid-numeric")
                .Sum(static cell => long.Parse(cell.TextContent, NumberStyles.Any, CultureInfo.InvariantCulture))
        );
        Assert.Equal(
            DashboardUrls.User(Production.Id, "user_1"),
            page.Find(".usage-list .grid-primary a").GetAttribute("href")
        );
    }

    [Fact]
    public async Task Another_granularity_draws_another_chart_and_asks_for_no_users()
    {
        var page = await OpenAsync("?range=7d");
        page.WaitForAssertion(() => Assert.Equal(2, Asked(Users).Count));
        WaitUntilLoaded(page);

        await page.InvokeAsync(() => Navigation.NavigateTo(UsageUrl + "?range=7d&by=hourly"));

        page.WaitForAssertion(() => Assert.Equal((6 * 24) + 14, page.FindAll(".chart-numbers tbody tr").Count));
        Assert.Equal(2, Asked(Users).Count);
    }

    [Fact]
    public async Task Another_feature_is_chosen_by_its_address()
    {
        var page = await OpenAsync("?range=7d");
        page.WaitForAssertion(() => page.Find("select[aria-label=Feature]"));

        await page.Find("select[aria-label=Feature]").ChangeAsync(new() { Value = "feat_2" });

        Assert.EndsWith("/usage?feature=feat_2&range=7d", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains(("feature_ids", "feat_2"), Asked(History)[^1].Parameters));
    }

    [Fact]
    public async Task Without_usage_it_says_how_to_send_some()
    {
        Api.OnData<IReadOnlyList<FeatureUsageHistoryResponseData>>(History, [])
            .OnData(Users, Usage with { ActiveUsers = 0, TotalUsage = 0, Users = [] });
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No usage in this time", page.Find(".state-title").TextContent));
        Assert.Contains("event api_call", Words(page.Find(".state-text")), StringComparison.Ordinal);
        Assert.Equal(["Total 0", "Active users 0 of 4", "Top user —"], page.FindAll(".tile").Select(Words));
    }

    [Fact]
    public async Task Without_a_feature_that_counts_it_says_how_to_make_one()
    {
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
            "GET /features",
            [FlagSamples.Feature("feat_1", "On or off")]
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No feature counts an event", page.Find(".state-title").TextContent));
        Assert.Empty(Asked(History));
    }

    [Fact]
    public async Task Each_part_fails_by_itself_and_can_be_tried_again()
    {
        Api.OnError(History, HttpStatusCode.InternalServerError, "The chart is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("The chart is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".usage-list tbody tr").Count));

        Api.On(History, static request => FakeApi.Data(IsFirst(request) ? Rows : []));
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("1,500 in all", Words(page.Find(".usage-head p"))));
    }

    [Fact]
    public async Task Features_that_come_late_bring_their_usage()
    {
        Api.OnError("GET /features", HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Button(page, "Try again"));

        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>("GET /features", [Counting("feat_1", "API calls")]);
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Total 1,500", Words(page.Find(".tile"))));
    }

    private static string UsageUrl => DashboardUrls.Company(Production.Id, "comp_1", DashboardUrls.UsageTab);

    private Task<IRenderedComponent<CompanyPage>> OpenAsync(string query = "") =>
        OpenAsync<CompanyPage>(
            UsageUrl + query,
            static page =>
                page.Add(static page => page.CompanyId, "comp_1").Add(static page => page.Tab, DashboardUrls.UsageTab)
        );

    private static FeatureDetailResponseData Counting(string id, string name) =>
        FlagSamples.Feature(id, name) with
        {
            FeatureType = FeatureType.Event,
            EventSubtype = "api_call",
        };

    private static FeatureUsageHistoryResponseData Row(DateTimeOffset start, long usage) =>
        new()
        {
            CompanyId = "comp_1",
            FeatureId = "feat_1",
            EventSubtype = "api_call",
            PeriodStart = start,
            PeriodEnd = start.AddDays(1),
            Usage = usage,
        };

    private static bool IsFirst(RecordedRequest request) => request.Parameters.Contains(("offset", "0"));

    private static string Date(RecordedRequest request, string name) =>
        DateTimeOffset
            .Parse(request.Parameters.First(parameter => parameter.Name == name).Value, CultureInfo.InvariantCulture)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
