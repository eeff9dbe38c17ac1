using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Http;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Values to check, and what is asked of the check.</summary>
internal static class CheckedTerms
{
    public static readonly EntitlementValues Numeric = new()
    {
        ValueType = EntitlementValueType.Numeric,
        ValueNumeric = 100,
    };

    public static readonly EntitlementValues Overage = Numeric with
    {
        PriceBehavior = EntitlementPriceBehavior.Overage,
        SoftLimit = 10,
    };

    public static void AssertAccepted(FeatureType feature, EntitlementValues values) =>
        EntitlementTermsCheck.Check(feature, values);

    public static void AssertRefused(string field, FeatureType feature, EntitlementValues values)
    {
        var refusal = Assert.Throws<ApiException>(() => EntitlementTermsCheck.Check(feature, values));

        Assert.Equal((400, field), (refusal.Status, refusal.Field));
        Assert.StartsWith($"{field} ", refusal.Message, StringComparison.Ordinal);
    }
}
