namespace Schematic.Contracts.Insights;

/// <summary>
/// A name of an event or trait that was received and that no feature and no rule uses. An addition to the published
/// API.
/// </summary>
public sealed record UnknownNameResponseData
{
    /// <summary>Number of events with the name; null for a trait.</summary>
    public long? Count { get; init; }

    /// <summary>Time at which the name was first received, in UTC.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Kind of name.</summary>
    public required UnknownNameKind Kind { get; init; }

    /// <summary>Time of the latest event with the name, in UTC; null for a trait.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>The name; steps of a trait inside another are joined with dots.</summary>
    public required string Name { get; init; }

    /// <summary>The most similar name that a feature or rule uses; null if none is similar.</summary>
    public string? NearestName { get; init; }
}
