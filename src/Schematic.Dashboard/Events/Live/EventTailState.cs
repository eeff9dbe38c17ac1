namespace Schematic.Dashboard.Events.Live;

/// <summary>State of the tail as a viewer sees it.</summary>
public enum EventTailState
{
    /// <summary>The first answer has not come yet.</summary>
    Connecting,

    Live,

    /// <summary>The API failed; it is asked again by itself.</summary>
    Reconnecting,

    /// <summary>The viewer's session has ended: nothing more is pushed to it.</summary>
    Ended,
}
