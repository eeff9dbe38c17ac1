using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Credits to add to a lease, and its new end.</summary>
public sealed record ExtendCreditLeaseRequestBody
{
    /// <summary>Credits to add, 0 or more; fewer are added if fewer can be drawn.</summary>
    public required double AdditionalAmount { get; init; }

    /// <summary>
    /// New time at which the lease ends, in the future; null for five minutes from now, unless that is sooner.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }
}
