using Schematic.Rules.Flags.Comparison;
using Schematic.Rules.Flags.Definitions;

namespace Schematic.Rules.Flags.Facts;

/// <summary>A trait's value, read once.</summary>
internal sealed class Trait(ComparableKind kind, string? text)
{
    private readonly ComparableValue _value = new(text);

    public ComparableKind Kind { get; } = kind;

    public ref readonly ComparableValue Value => ref _value;
}
