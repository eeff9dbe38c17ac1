using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Body of an event of type <c>track</c>: a use that is counted.</summary>
[OmitNullMembers]
public sealed record EventBodyTrack
{
    /// <summary>Keys that name the company; one that is not known is created.</summary>
    public IReadOnlyDictionary<string, string>? Company { get; init; }

    /// <summary>Name of the event, such as <c>api_call</c>, at most 256 characters.</summary>
    public required string Event { get; init; }

    /// <summary>Id of the credit lease that the event draws from.</summary>
    public string? LeaseId { get; init; }

    /// <summary>
    /// Units of usage, not 0; null counts one. A negative number takes usage back and needs a secret key.
    /// </summary>
    public long? Quantity { get; init; }

    /// <summary>Properties of the event. They are kept with it, not with the company.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    /// <summary>Keys that name the user; one that is not known is created.</summary>
    public IReadOnlyDictionary<string, string>? User { get; init; }
}
