using Schematic.Contracts.Entitlements;
using Schematic.Rules.Comparison;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>The hard limit that terms set for one company.</summary>
/// <param name="Limit">Usage must stay below it; null for boolean, unlimited and credit values.</param>
/// <param name="IsValid">False if the company lacks the trait that holds the limit, or it holds no number.</param>
internal readonly record struct Allocation(long? Limit, bool IsValid)
{
    /// <summary>Looks the limit up; a trait that is missing or holds no number is a limit of 0.</summary>
    /// <param name="trait">Value of a trait of the company by the trait's id; null if the company lacks it.</param>
    public static Allocation Of(EntitlementTerms terms, Func<string, string?> trait) =>
        terms.ValueType switch
        {
            EntitlementValueType.Numeric when !terms.IsUnlimited => new(terms.ValueNumeric ?? 0, true),
            EntitlementValueType.Trait => FromTrait(terms.ValueTraitId is { } id ? trait(id) : null),
            _ => new(null, true),
        };

    /// <summary>Reads the text of a trait; one that is missing or holds no number is 0.</summary>
    public static Allocation FromTrait(string? value) =>
        NumberText.TryParse(value ?? "", out var number) ? new(ToLimit(number), true) : new(0, false);

    /// <summary>
    /// Reads usage from the text of a trait, in whole units: usage of 10.5 leaves room for one more below 11, as a
    /// check of the flag says. One that is missing or holds no number is 0.
    /// </summary>
    public static long UsageFromTrait(string? value) =>
        NumberText.TryParse(value ?? "", out var number) ? ToLong(decimal.Floor(number)) : 0;

    // Rounded up: usage is whole, so usage < 10.5, which is what a check of the flag asks, means usage < 11.
    private static long ToLimit(decimal number) => ToLong(decimal.Ceiling(number));

    private static long ToLong(decimal whole) =>
        whole >= long.MaxValue ? long.MaxValue
        : whole <= long.MinValue ? long.MinValue
        : (long)whole;
}
