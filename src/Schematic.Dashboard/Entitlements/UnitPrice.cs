using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entitlements;

/// <summary>The price of a unit in the present situation, in words.</summary>
internal static class UnitPrice
{
    /// <summary>"$0.02 for each API call beyond"; null if it costs nothing.</summary>
    public static string? Words(FeatureUsageResponseData usage)
    {
        if (usage.EffectivePrice is not > 0)
            return null;
        var price = usage.MonthlyUsageBasedPrice ?? usage.QuarterlyUsageBasedPrice ?? usage.YearlyUsageBasedPrice;
        var beyond = usage.PriceBehavior == EntitlementPriceBehavior.Overage ? " beyond" : "";
        return $"{Money.Format((decimal)usage.EffectivePrice, price?.Currency ?? "")} for each "
            + FeatureUnits.From(usage.Feature).One
            + beyond;
    }
}
