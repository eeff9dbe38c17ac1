using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Events.Metering;
using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>A company's use of a feature, and what else its figures depend on.</summary>
internal sealed record UsageSituation
{
    /// <summary>Usage in the current period, which corrections may make negative; null if it is not measured.</summary>
    public long? Usage { get; init; }

    /// <summary>Credits of the type that usage draws; null if the company never had any.</summary>
    public CreditFigures? Credits { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Billing cycle of the company; null without a subscription.</summary>
    public BillingCycle? BillingCycle { get; init; }

    /// <summary>
    /// Price in the company's currency and interval; null for <see cref="EntitlementPrices.ListPrice"/>.
    /// </summary>
    public IntervalPrice? Price { get; init; }
}
