using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>The value of a trait, parsed once.</summary>
internal sealed class Trait(ComparableKind kind, string? text)
{
    private readonly ComparableValue _value = new(text);

    public ComparableKind Kind { get; } = kind;

    public ref readonly ComparableValue Value => ref _value;
}
