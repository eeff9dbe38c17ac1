using Schematic.Api.Entities;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Plans;

internal static class PlanEntitlementMapping
{
    /// <summary>Names the state of an entitlement; one in a draft has that of the version it was copied from.</summary>
    public static string ETag(this PlanEntitlementDetail detail) =>
        ContentETag.Of(detail.Row.ToValues(), detail.Row.Prices, detail.Row.WarningTiers);

    public static PlanEntitlementResponseData ToContract(this PlanEntitlementDetail detail, string environmentId)
    {
        var row = detail.Row;
        var prices = EntitlementPrices.Read(row.Prices);
        var views = prices.Currencies.Select(one => new PriceViews(detail, one)).ToList();
        var first = views.FirstOrDefault();
        return new PlanEntitlementResponseData
        {
            Id = row.Id,
            EnvironmentId = environmentId,
            PlanId = detail.Plan.Id,
            Plan = detail.Plan.ToContract(),
            FeatureId = detail.Feature.Id,
            Feature = detail.Feature.ToContract(),
            ValueType = row.ValueType,
            ValueBool = row.ValueBool,
            ValueNumeric = row.ValueNumeric,
            ValueTraitId = row.ValueTraitId,
            ValueTrait = detail.Trait?.ToContract(),
            ConsumptionRate = row.GetConsumptionRate(),
            MetricPeriod = row.MetricPeriod,
            MetricPeriodMonthReset = row.MetricPeriodMonthReset,
            PriceBehavior = row.PriceBehavior,
            SoftLimit = row.SoftLimit,
            UsageQuantity = row.UsageQuantity,
            BillingThreshold = row.BillingThreshold,
            CurrencyPrices = views.ConvertAll(static one => one.ToContract()),
            MeteredMonthlyPrice = first?.Monthly,
            MeteredQuarterlyPrice = first?.Quarterly,
            MeteredYearlyPrice = first?.Yearly,
            WarningTiers = Plans.WarningTiers.Read(row.WarningTiers),
            RuleId = row.RuleId,
            RuleIdUsageExceeded = row.GetUsageExceededRuleId(),
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    /// <summary>Prices as a billing provider would tell them; here nobody is charged.</summary>
    private sealed class PriceViews(PlanEntitlementDetail detail, CurrencyPrices prices)
    {
        public BillingPriceView? Monthly => View(prices.Monthly, BillingProductPriceInterval.Month, 1);

        public BillingPriceView? Quarterly => View(prices.Quarterly, BillingProductPriceInterval.Month, 3);

        public BillingPriceView? Yearly => View(prices.Yearly, BillingProductPriceInterval.Year, 1);

        public EntitlementCurrencyPricesResponseData ToContract() =>
            new()
            {
                Currency = prices.Currency,
                MonthlyPrice = Monthly,
                QuarterlyPrice = Quarterly,
                YearlyPrice = Yearly,
            };

        private BillingPriceView? View(IntervalPrice? price, BillingProductPriceInterval interval, int count)
        {
            if (price is null)
                return null;
            var row = detail.Row;
            if (row is { PriceBehavior: EntitlementPriceBehavior.Overage, SoftLimit: { } soft } && !price.IsTiered)
                price = IntervalPrice.FromOverage(price.UnitPrice ?? 0, soft);
            // There is no row of the price: its id says whose it is, and is the same whenever it is told.
            var id = $"{row.Id}.{prices.Currency}.{interval}.{count}".ToLowerInvariant();
            var unit = price.UnitPrice ?? 0;
            return new BillingPriceView
            {
                Id = id,
                PriceId = id,
                PriceExternalId = id,
                ProductId = detail.Feature.Id,
                ProductExternalId = detail.Feature.Id,
                ProductName = detail.Feature.Name,
                ProviderType = BillingProviderType.Schematic,
                BillingScheme = price.IsTiered ? BillingPriceScheme.Tiered : BillingPriceScheme.PerUnit,
                Currency = prices.Currency,
                Interval = interval,
                IntervalCount = count,
                IsActive = true,
                MeterEventName = detail.Feature.EventSubtype,
                PackageSize = 1,
                Price = MinorUnits.ToInteger(unit),
                PriceDecimal = MinorUnits.ToText(unit),
                PriceTier = [.. price.Tiers.Select(ToContract)],
                TiersMode = price.IsTiered ? price.TiersMode ?? BillingTiersMode.Graduated : null,
                UsageType =
                    row.PriceBehavior == EntitlementPriceBehavior.PayInAdvance
                        ? BillingPriceUsageType.Licensed
                        : BillingPriceUsageType.Metered,
                CreatedAt = row.CreatedAt,
                UpdatedAt = row.UpdatedAt,
            };
        }

        private static BillingProductPriceTierResponseData ToContract(PriceTier tier) =>
            new()
            {
                FlatAmount = MinorUnits.ToInteger(tier.FlatAmount),
                PerUnitPrice = MinorUnits.ToInteger(tier.PerUnitPrice),
                PerUnitPriceDecimal = MinorUnits.ToText(tier.PerUnitPrice),
                UpTo = tier.UpTo,
            };
    }
}
