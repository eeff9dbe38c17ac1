using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Body of an event of type <c>identify</c>: names and describes a user, and perhaps its company.</summary>
[OmitNullMembers]
public sealed record EventBodyIdentify
{
    /// <summary>The user's company.</summary>
    public EventBodyIdentifyCompany? Company { get; init; }

    /// <summary>Keys that name the user; one that is not known is created.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Display name of the user; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>Traits of the user to set by name; null as a value removes one.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }
}
