namespace Schematic.Api.Events;

/// <summary>How long events are kept.</summary>
internal sealed record EventOptions
{
    public const string Section = "Events";

    /// <summary>Fewer would lose events that a sender's clock may still date.</summary>
    public const int MinRetentionDays = 35;

    /// <summary>Days after which an event may be deleted; null to keep all. Counters and charts stay.</summary>
    public int? RetentionDays { get; init; } = 365;

    /// <summary>Events before this may be deleted; null to keep all.</summary>
    public DateTimeOffset? Oldest(DateTimeOffset now) => RetentionDays is { } days ? now.AddDays(-days) : null;
}
