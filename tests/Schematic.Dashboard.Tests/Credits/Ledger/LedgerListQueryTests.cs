using Schematic.Dashboard.Credits.Ledger;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Credits.Ledger;

public sealed class LedgerListQueryTests
{
    [Theory]
    [InlineData(
        "?company=comp_1&credit=bilcr_1&feature=feat_1&event=evt_1&type=usage&from=2026-11-01&to=2026-11-30&page=2"
    )]
    [InlineData("")]
    public void The_address_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, LedgerListQuery.FromUri(new UrlReader(uri)).ToUri());

    [Fact]
    public void Days_are_whole_days_in_UTC()
    {
        var filter = LedgerListQuery.FromUri(new UrlReader("?from=2026-11-01&to=2026-11-30")).ToFilter();

        Assert.Equal(("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"), (filter.StartTime, filter.EndTime));
    }

    [Fact]
    public void The_last_day_of_the_calendar_has_no_next() =>
        Assert.Null(LedgerListQuery.FromUri(new UrlReader("?to=9999-12-31")).ToFilter().EndTime);

    [Fact]
    public void A_day_that_is_none_filters_nothing() =>
        Assert.False(LedgerListQuery.FromUri(new UrlReader("?from=yesterday")).IsFiltered);
}
