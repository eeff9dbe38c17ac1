using System.Text.Json.Serialization;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Insights;

/// <summary>Usage by one user, or without any. An addition to the published API.</summary>
public sealed record UserUsageResponseData
{
    /// <summary>Time at which the user was last seen, in UTC; null if there is no user or it was deleted.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Part of the total usage, 0 to 1; 0 if the total is not positive.</summary>
    public required double Share { get; init; }

    /// <summary>Sum of the quantities of the events.</summary>
    public required long Usage { get; init; }

    /// <summary>The user; left out if there is none or it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? User { get; init; }

    /// <summary>Id of the user, <c>user_…</c>; null for events that named no user.</summary>
    public string? UserId { get; init; }
}
