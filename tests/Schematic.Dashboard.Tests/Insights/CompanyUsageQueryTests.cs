using Schematic.Contracts.Insights;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Insights;

public sealed class CompanyUsageQueryTests
{
    private static readonly CompanyUsageQuery Query = new()
    {
        FeatureId = "feat_1",
        Range = new() { Span = UsageSpan.SevenDays, Granularity = TimeSeriesGranularity.Hourly },
        Page = 2,
    };

    [Fact]
    public void A_query_comes_back_from_its_address()
    {
        Assert.Equal("?feature=feat_1&range=7d&by=hourly&page=2", Query.ToUri());
        Assert.Equal(Query, CompanyUsageQuery.FromUri(new UrlReader(Query.ToUri())));
    }

    [Fact]
    public void The_users_are_the_same_however_long_a_bar_is() =>
        Assert.Equal(Query.Rows, (Query with { Range = new() { Span = UsageSpan.SevenDays } }).Rows);

    [Fact]
    public void Another_time_or_feature_begins_on_its_first_page()
    {
        Assert.Equal(1, Query.In(new UsageRange()).Page);
        Assert.Equal((1, "feat_2"), (Query.Of("feat_2").Page, Query.Of("feat_2").FeatureId));
    }

    [Fact]
    public void A_link_from_a_feature_opens_the_same_time_of_one_company() =>
        Assert.Equal(
            Query.Range,
            FeatureUsageQuery.FromUri(new UrlReader(new CompanyUsageQuery { Range = Query.Range }.ToUri())).Range
        );
}
