using Schematic.Contracts.Events;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Events.Live;

public sealed class LiveEventsTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly Stored _stored = new();
    private readonly LiveEvents _live;
    private Action<EventTailNews> _push = static _ => { };
    private int _drawn;
    private int _watching;

    public LiveEventsTests()
    {
        _live = new(_stored, () => _drawn++, _clock);
        _live.Start(Watch, static recorded => recorded.Subtype == "api_call");
    }

    private IEnumerable<string> Ids => _live.Rows.Value!.Select(static recorded => recorded.Id);

    public void Dispose() => _live.Dispose();

    [Fact]
    public void Events_come_on_top_each_once_and_only_those_that_match()
    {
        Arrive("evt_2", "evt_1", "evt_0");
        _push(new(EventTailState.Live, [EventSamples.Track("evt_3", "other")]));
        Draw();

        Assert.Equal(["evt_2", "evt_1", "evt_0"], Ids);
    }

    [Fact]
    public void However_many_arrive_it_is_drawn_a_few_times_a_second()
    {
        for (var number = 0; number < 1000; number++)
            Arrive($"evt_a{number}");
        Assert.Equal(0, _drawn);

        Draw();

        Assert.Equal(1, _drawn);
        Assert.Equal(LiveEvents.MaxRows, Ids.Count());
        Assert.Equal("evt_a999", Ids.First());
        Draw();
        Assert.Equal(1, _drawn);
    }

    [Fact]
    public void The_rows_stay_the_same_object_until_something_arrives()
    {
        Arrive("evt_1");
        Draw();

        Assert.Same(_live.Rows.Value, _live.Rows.Value);
    }

    [Fact]
    public void While_paused_events_are_counted_and_wait()
    {
        _live.Pause();
        for (var number = 0; number < 300; number++)
            Arrive($"evt_a{number}");
        Draw();

        Assert.Equal(300, _live.WaitingCount);
        Assert.Equal(["evt_0"], Ids);
        _live.Resume();

        Assert.Equal((0L, LiveEvents.MaxRows), (_live.WaitingCount, Ids.Count()));
    }

    [Fact]
    public void Held_rows_stay_where_they_are_until_they_are_let_go()
    {
        _live.Hold(true);
        Arrive("evt_1");
        Draw();
        Assert.Equal((1L, 1), (_live.WaitingCount, Ids.Count()));

        _live.Hold(false);
        Assert.Single(Ids);
        Draw();

        Assert.Equal(["evt_1", "evt_0"], Ids);
    }

    [Fact]
    public void What_was_skipped_adds_up_and_is_drawn()
    {
        _push(new(EventTailState.Live, [], Skipped: 3000));
        _push(new(EventTailState.Live, [], Skipped: 120));
        Draw();

        Assert.Equal((3120L, 1), (_live.Skipped, _drawn));
    }

    [Fact]
    public void An_answer_without_news_draws_nothing()
    {
        _push(EventTailNews.Live);
        Draw();
        _push(EventTailNews.Live);
        Draw();

        Assert.Equal(1, _drawn);
    }

    [Fact]
    public void Once_the_session_has_ended_no_row_is_left()
    {
        Arrive("evt_1");
        Draw();
        _push(EventTailNews.Ended);

        Assert.False(_live.Rows.HasValue);
        Assert.True(_live.Rows.Failure!.IsSessionEnded);
    }

    [Fact]
    public void A_list_that_cannot_be_read_shows_nothing_of_the_tail()
    {
        _stored.Rows = Load<IReadOnlyList<EventDetailResponseData>>.Failed(
            new() { Title = "You may not see this", Message = "No." }
        );
        Arrive("evt_1");
        Draw();

        Assert.False(_live.Rows.HasValue);
    }

    [Fact]
    public void Starting_anew_forgets_what_arrived_for_other_filters()
    {
        Arrive("evt_1");
        Draw();

        _live.Start(Watch, static _ => true);

        Assert.Equal(["evt_0"], Ids);
        Assert.Equal(1, _watching);
        _live.Stop();
        Assert.Equal(0, _watching);
    }

    private void Arrive(params IEnumerable<string> ids) =>
        _push(new(EventTailState.Live, [.. ids.Select(static id => EventSamples.Track(id))]));

    private void Draw() => _clock.Advance(LiveEvents.DrawInterval);

    private IDisposable Watch(Action<EventTailNews> receive)
    {
        (_push, _watching) = (receive, _watching + 1);
        return new Leaving(() => _watching--);
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }

    private sealed class Stored : IPagedRows<EventDetailResponseData>
    {
        public Load<IReadOnlyList<EventDetailResponseData>> Rows { get; set; } =
            Load<IReadOnlyList<EventDetailResponseData>>.Of([EventSamples.Track("evt_0")]);

        public RowTotal Total => default;

        public Task ReloadAsync() => Task.CompletedTask;

        public Task<long?> CountAsync() => Task.FromResult<long?>(null);
    }
}
