using System.Collections.Immutable;

namespace Schematic.Api.Persistence.Changes;

/// <summary>
/// Tells whoever holds something in memory what has changed: what this process commits, before it is answered; what
/// other instances commit, as the database tells of it. See docs/adr/0016.
/// </summary>
internal sealed partial class ChangeFeed(ILogger<ChangeFeed> logger)
{
    private ImmutableArray<IChangeFollower> _followers = [];

    /// <summary>Tells <paramref name="follower"/> of everything from now on.</summary>
    public void Follow(IChangeFollower follower) =>
        ImmutableInterlocked.Update(ref _followers, static (all, added) => all.Add(added), follower);

    /// <summary>Ends when every follower has taken note; never throws.</summary>
    public Task TellAsync(ChangeSet changes)
    {
        var followers = _followers;
        if (changes.IsEmpty || followers.IsEmpty)
            return Task.CompletedTask;
        List<Task>? waiting = null;
        foreach (var follower in followers)
        {
            var told = TellAsync(follower, changes);
            if (!told.IsCompleted)
                (waiting ??= []).Add(told);
        }

        return waiting is null ? Task.CompletedTask : Task.WhenAll(waiting);
    }

    // The change is made and stays made, whatever becomes of a copy of it.
    private async Task TellAsync(IChangeFollower follower, ChangeSet changes)
    {
        try
        {
            await follower.FollowAsync(changes);
        }
        catch (Exception failure)
        {
            Log.CannotFollow(logger, failure, follower.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Follower} could not take note of changes")]
        public static partial void CannotFollow(ILogger logger, Exception failure, string follower);
    }
}
