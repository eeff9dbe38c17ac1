using System.Globalization;
using Schematic.Contracts.Insights;
using Schematic.Dashboard.Insights;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Insights;

public sealed class CompanyHistoryTests
{
    private static readonly UsagePeriod Period = new(
        new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 8, 0, 0, 0, TimeSpan.Zero),
        TimeSeriesGranularity.Hourly
    );

    [Fact]
    public async Task Pages_are_read_by_the_limit_until_one_is_empty_also_where_they_are_longer()
    {
        using var api = new FakeApi();
        api.On("GET /feature-usage-history", static request => FakeApi.Data(Page(Offset(request))));
        using var gateway = api.Gateway();

        var rows = await CompanyHistory.ListAsync(
            gateway.Insights,
            "comp_1",
            "feat_1",
            Period,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(253, rows.Count);
        Assert.Equal([0, 250, 500], api.Requests.Select(Offset));
        Assert.All(
            api.Requests,
            static request =>
            {
                Assert.Contains(("company_ids", "comp_1"), request.Parameters);
                Assert.Contains(("feature_ids", "feat_1"), request.Parameters);
                Assert.Contains(("granularity", "hourly"), request.Parameters);
            }
        );
    }

    private static int Offset(RecordedRequest request) =>
        int.Parse(
            request.Parameters.First(static parameter => parameter.Name == "offset").Value,
            CultureInfo.InvariantCulture
        );

    private static IReadOnlyList<FeatureUsageHistoryResponseData> Page(int offset) =>
        [
            .. Enumerable
                .Range(
                    0,
                    offset switch
                    {
                        0 => 252,
                        250 => 1,
                        _ => 0,
                    }
                )
                .Select(Row),
        ];

    private static FeatureUsageHistoryResponseData Row(int hour) =>
        new()
        {
            CompanyId = "comp_1",
            EventSubtype = "api_call",
            FeatureId = "feat_1",
            PeriodStart = Period.Start.AddHours(hour),
            PeriodEnd = Period.Start.AddHours(hour + 1),
            Usage = 1,
        };
}
