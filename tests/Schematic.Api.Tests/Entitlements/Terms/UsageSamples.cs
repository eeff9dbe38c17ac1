using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Usage measured against <see cref="TermsSamples"/>.</summary>
internal static class UsageSamples
{
    public static EntitlementPrices Monthly(IntervalPrice price) =>
        new([new CurrencyPrices { Currency = "usd", Monthly = price }]);

    public static UsageFigures Of(EntitlementTerms terms, long? usage, CreditFigures? credits = null) =>
        UsageFigures.Of(
            terms,
            Allocation.Of(terms, TermsSamples.Trait),
            new UsageSituation
            {
                Usage = usage,
                Credits = credits,
                Now = TermsSamples.Now,
            }
        );
}
