using System.Collections.Frozen;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Translates between an enum of the wire and the enum of the engine that has the same members. The engine knows
/// nothing of the wire, so the names are what the two have in common; a test holds every pair to it.
/// </summary>
internal static class EnumNames<TFrom, TTo>
    where TFrom : struct, Enum
    where TTo : struct, Enum
{
    private static readonly FrozenDictionary<TFrom, TTo> Pairs = Enum.GetValues<TFrom>()
        .Where(static value => Enum.TryParse<TTo>(value.ToString(), out _))
        .ToFrozenDictionary(static value => value, static value => Enum.Parse<TTo>(value.ToString()));

    /// <summary>The member of the same name; null if there is none.</summary>
    public static TTo? Find(TFrom value) => Pairs.TryGetValue(value, out var found) ? found : null;
}
