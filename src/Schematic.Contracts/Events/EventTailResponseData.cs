namespace Schematic.Contracts.Events;

/// <summary>Events that have just been stored. An addition to the published API.</summary>
public sealed record EventTailResponseData
{
    /// <summary>Place up to which events were looked at, for the next call.</summary>
    public required string Cursor { get; init; }

    /// <summary>The events, newest first; a sample of them if there were too many.</summary>
    public required IReadOnlyList<EventDetailResponseData> Events { get; init; }

    /// <summary>Number of events that were stored meanwhile and are not among <see cref="Events"/>.</summary>
    public required long Skipped { get; init; }
}
