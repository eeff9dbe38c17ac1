using Schematic.Contracts.Events;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Events;

public sealed class EventsListQueryTests
{
    private static readonly EventsListQuery Everything = new()
    {
        Type = EventType.FlagCheck,
        Name = "api call+ü",
        CompanyId = "comp_1",
        UserId = "user_1",
        Status = EventStatus.Failed,
        IsLive = true,
        Page = 3,
        Size = 100,
    };

    [Fact]
    public void A_query_comes_back_from_its_address() =>
        Assert.Equal(Everything, EventsListQuery.FromUri(new UrlReader(Everything.ToUri())));

    [Fact]
    public void The_list_as_it_opens_has_no_query() => Assert.Equal("", new EventsListQuery().ToUri());

    [Fact]
    public void What_makes_no_sense_is_passed_over() =>
        Assert.Equal(
            new EventsListQuery(),
            EventsListQuery.FromUri(new UrlReader($"?type=nonsense&status=42&live=maybe&name={new string('x', 256)}"))
        );

    [Fact]
    public void The_api_is_asked_for_what_is_filtered()
    {
        var query = Everything.ToContract();

        Assert.Equal([EventType.FlagCheck], query.EventTypes!);
        Assert.Equal([EventStatus.Failed], query.Statuses!);
        Assert.Equal(
            ("api call+ü", "comp_1", "user_1", 100, 200L),
            (query.EventSubtype, query.CompanyId, query.UserId, query.Limit, query.Offset)
        );
        Assert.Null(new EventsListQuery().ToContract().EventSubtype);
    }

    [Fact]
    public void The_live_list_goes_on_from_the_newest_page() => Assert.Equal(1, Everything.Rows.Page);

    [Fact]
    public void Watching_live_asks_for_no_other_rows() =>
        Assert.Equal(new EventsListQuery().Rows, new EventsListQuery().Live(true).Rows);

    [Theory]
    [InlineData("?type=track&name=api_call&company=comp_1&user=user_1&status=processed", true)]
    [InlineData("", true)]
    [InlineData("?type=identify", false)]
    [InlineData("?name=api", false)]
    [InlineData("?company=comp_2", false)]
    [InlineData("?user=user_2", false)]
    [InlineData("?status=failed", false)]
    public void An_event_of_the_tail_is_held_against_each_filter(string uri, bool isMatch) =>
        Assert.Equal(isMatch, EventsListQuery.FromUri(new UrlReader(uri)).Matches(EventSamples.Track()));

    [Fact]
    public void Being_live_filters_nothing() => Assert.False(new EventsListQuery { IsLive = true }.IsFiltered);
}
