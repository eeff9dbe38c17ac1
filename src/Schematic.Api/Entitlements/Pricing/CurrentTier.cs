namespace Schematic.Api.Entitlements.Pricing;

/// <summary>The tier that a quantity falls in, and its bounds.</summary>
/// <param name="From">First unit of the tier; 0 for the first one, where usage begins.</param>
/// <param name="UpTo">Last unit of the tier, inclusive; null if it has no end.</param>
internal readonly record struct CurrentTier(PriceTier Tier, long From, long? UpTo);
