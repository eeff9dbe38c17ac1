using NpgsqlTypes;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql.Replication;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Replication;

public sealed class ReplayProgressTests
{
    private const int Mine = 7;
    private const int Another = 8;

    private readonly TestClock _clock = new();
    private readonly ReplayProgress _progress;
    private ulong _log = 100;

    public ReplayProgressTests() => _progress = new ReplayProgress(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_a_replica_that_has_shown_nothing_yet_nothing_is_known()
    {
        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));

        _progress.Advance(At(ulong.MaxValue));

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public void A_write_is_included_once_a_position_behind_it_is_replayed()
    {
        CatchUp();
        _progress.NoteWrite(Mine);
        var position = Ask();

        _progress.Advance(At(position - 1));
        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
        Assert.False(_progress.IsComplete);

        _progress.Advance(At(position));
        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
        Assert.True(_progress.IsComplete);
    }

    [Fact]
    public void A_position_that_was_asked_for_before_a_write_says_nothing_of_it()
    {
        CatchUp();
        var before = _progress.LastWrite;
        _progress.NoteWrite(Mine);
        _progress.Await(At(++_log), before, _clock.GetTimestamp());

        _progress.Advance(At(_log));

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public void A_write_concerns_its_environment_and_what_the_account_shares()
    {
        CatchUp();

        _progress.NoteWrite(Mine);

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
        Assert.True(_progress.Includes(Another, ListedRows.OfEnvironment));
        Assert.False(_progress.Includes(Another, ListedRows.OfAccount));
        Assert.False(_progress.Includes(SchematicDb.AccountSeq, ListedRows.OfAccount));
    }

    [Fact]
    public void A_write_of_the_account_concerns_every_environment()
    {
        CatchUp();

        _progress.NoteWrite(SchematicDb.AccountSeq);

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public async Task A_change_of_another_instance_concerns_its_environment()
    {
        CatchUp();
        var changes = new ChangeSet();
        changes.Add(ChangeKind.Entity, 1, Mine);

        await _progress.FollowAsync(changes);

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
        Assert.True(_progress.Includes(Another, ListedRows.OfEnvironment));
    }

    [Fact]
    public async Task When_anything_may_have_changed_no_list_is_taken_for_new()
    {
        CatchUp();

        await _progress.FollowAsync(ChangeSet.Everything);

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
        CatchUp();
        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public void A_quiet_environment_is_included_however_much_is_written_elsewhere()
    {
        CatchUp();

        for (var i = 0; i < 1000; i++)
        {
            _progress.NoteWrite(Another);
            Ask();
        }

        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
        _progress.Advance(At(_log));
        // More positions than are kept were asked for; the next one stands for the rest.
        CatchUp();
        Assert.True(_progress.Includes(Another, ListedRows.OfEnvironment));
    }

    [Fact]
    public void A_replica_that_is_not_as_far_as_it_was_is_not_believed_any_more()
    {
        CatchUp();

        _progress.Advance(At(_log - 1));

        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));
        CatchUp();
        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public void What_a_new_primary_has_lost_is_not_waited_for()
    {
        CatchUp();
        _log += 1000;
        _progress.NoteWrite(Mine);
        Ask();

        _log -= 500;
        var position = Ask();
        _progress.Advance(At(position));

        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public void Lists_leave_a_replica_that_is_too_far_behind()
    {
        CatchUp();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Ask();

        _clock.Advance(ReplayProgress.LongestLag - TimeSpan.FromSeconds(1));
        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_progress.Includes(Mine, ListedRows.OfEnvironment));

        _progress.Advance(At(_log));
        Assert.Equal(ReplayProgress.LongestLag - TimeSpan.FromSeconds(1), _progress.Lag - TimeSpan.FromMilliseconds(1));
        Assert.True(_progress.Includes(Mine, ListedRows.OfEnvironment));
    }

    [Fact]
    public async Task Whoever_waits_for_a_write_is_woken_by_it()
    {
        var waiting = _progress.WaitForWriteAsync(TimeSpan.FromMinutes(5), Cancellation);
        Assert.False(waiting.IsCompleted);

        _progress.NoteWrite(Mine);

        await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    private static NpgsqlLogSequenceNumber At(ulong position) => new(position);

    private void CatchUp() => _progress.Advance(At(Ask()));

    private ulong Ask()
    {
        _progress.Await(At(++_log), _progress.LastWrite, _clock.GetTimestamp());
        return _log;
    }
}
