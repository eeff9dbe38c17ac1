using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Events.Live;

/// <summary>One message of the tail to a viewer.</summary>
/// <param name="Events">Events that have just been stored, newest first.</param>
/// <param name="Skipped">Number of events stored meanwhile that are not among them.</param>
/// <param name="Failure">Why the tail is interrupted or over; null while it runs.</param>
internal sealed record EventTailNews(
    EventTailState State,
    IReadOnlyList<EventDetailResponseData> Events,
    long Skipped = 0,
    LoadFailure? Failure = null
)
{
    public static EventTailNews Connecting { get; } = new(EventTailState.Connecting, []);

    public static EventTailNews Live { get; } = new(EventTailState.Live, []);

    public static EventTailNews Ended { get; } =
        new(
            EventTailState.Ended,
            [],
            Failure: new LoadFailure
            {
                Title = "Your session has ended",
                Message = "Sign in again to go on watching events.",
                IsSessionEnded = true,
            }
        );

    public static EventTailNews Interrupted(LoadFailure failure) =>
        new(EventTailState.Reconnecting, [], Failure: failure);
}
