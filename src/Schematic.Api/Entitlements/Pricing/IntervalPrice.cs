using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Api.Entitlements.Pricing;

/// <summary>Price of usage for one billing interval: one price per unit, or tiers.</summary>
internal sealed record IntervalPrice
{
    /// <summary>Price of each unit, in minor units of the currency; null if tiers say it.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Tiers, lowest first; empty if each unit costs the same.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    /// <summary>Way in which the tiers add up; null counts as graduated.</summary>
    public BillingTiersMode? TiersMode { get; init; }

    [JsonIgnore]
    public bool IsTiered => Tiers.Count > 0;

    /// <summary>The tier that is charged beyond the soft limit of an overage price: the last one.</summary>
    [JsonIgnore]
    public PriceTier OverageTier => IsTiered ? Tiers[^1] : new PriceTier(0, UnitPrice ?? 0, null);

    /// <summary>
    /// An overage price as the wire shows it: a free tier up to the soft limit, and a second one above it.
    /// </summary>
    public static IntervalPrice FromOverage(decimal unitPrice, long softLimit) =>
        new()
        {
            Tiers = [new PriceTier(0, 0, softLimit), new PriceTier(0, unitPrice, null)],
            TiersMode = BillingTiersMode.Graduated,
        };
}
