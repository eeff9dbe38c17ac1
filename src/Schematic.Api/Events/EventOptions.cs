namespace Schematic.Api.Events;

/// <summary>How long events are kept.</summary>
internal sealed record EventOptions
{
    public const string Section = "Events";

    /// <summary>Fewer would lose events that a sender's clock may still date.</summary>
    public const int MinRetentionDays = 35;

    /// <summary>Days after which an event may be deleted. Counters and charts stay.</summary>
    public int RetentionDays { get; init; } = 365;
}
