using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Company in an event of type <c>identify</c>.</summary>
[OmitNullMembers]
public sealed record EventBodyIdentifyCompany
{
    /// <summary>Keys that name the company; one that is not known is created.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Display name of the company; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>Traits of the company to set by name; null as a value removes one.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }
}
