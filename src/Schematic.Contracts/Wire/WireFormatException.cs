using System.Text.Json;

namespace Schematic.Contracts.Wire;

/// <summary>A value that has the right JSON type and the wrong form. <see cref="Rule"/> completes the sentence "«field» …".</summary>
public sealed class WireFormatException(string rule) : JsonException(rule)
{
    public string Rule { get; } = rule;
}
