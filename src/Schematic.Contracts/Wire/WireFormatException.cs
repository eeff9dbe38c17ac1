using System.Text.Json;

namespace Schematic.Contracts.Wire;

/// <summary>A value that has the right JSON type and the wrong form.</summary>
/// <param name="rule">End of a sentence that begins with the name of the field: "must be one of …".</param>
public sealed class WireFormatException(string rule) : JsonException(rule)
{
    /// <summary>End of a sentence that begins with the name of the field: "must be one of …".</summary>
    public string Rule { get; } = rule;
}
