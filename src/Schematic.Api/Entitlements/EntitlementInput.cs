using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements;

/// <summary>Reads values and prices from the bodies that write entitlements and overrides.</summary>
internal static class EntitlementInput
{
    private const int MaxWarningTiers = 100;

    public static EntitlementValues ValuesOf(this CreatePlanEntitlementRequestBody body) =>
        new()
        {
            ValueType = body.ValueType,
            ValueBool = body.ValueBool,
            ValueNumeric = body.ValueNumeric,
            ValueTraitId = body.ValueTraitId,
            ValueCreditId = body.ValueCreditId,
            CreditConsumptionRate = body.CreditConsumptionRate,
            MetricPeriod = body.MetricPeriod,
            MetricPeriodMonthReset = body.MetricPeriodMonthReset,
            PriceBehavior = body.PriceBehavior,
            SoftLimit = body.SoftLimit,
            BillingThreshold = body.BillingThreshold,
            UsageQuantity = body.UsageQuantity,
        };

    /// <param name="row">What a member that is left out stays.</param>
    public static EntitlementValues ValuesOf(this UpdatePlanEntitlementRequestBody body, PlanEntitlementRow row)
    {
        var kept = Kept(row, body.ValueType);
        return new EntitlementValues
        {
            ValueType = body.ValueType,
            ValueBool = body.ValueBool.Or(kept.ValueBool),
            ValueNumeric = body.ValueNumeric.Or(kept.ValueNumeric),
            ValueTraitId = body.ValueTraitId.Or(kept.ValueTraitId),
            ValueCreditId = body.ValueCreditId.Or(kept.ValueCreditId),
            CreditConsumptionRate = body.CreditConsumptionRate.Or(kept.CreditConsumptionRate),
            MetricPeriod = body.MetricPeriod.Or(kept.MetricPeriod),
            MetricPeriodMonthReset = body.MetricPeriodMonthReset.Or(kept.MetricPeriodMonthReset),
            PriceBehavior = body.PriceBehavior.Or(row.PriceBehavior),
            SoftLimit = body.SoftLimit.Or(row.SoftLimit),
            BillingThreshold = body.BillingThreshold.Or(row.BillingThreshold),
            UsageQuantity = body.UsageQuantity.Or(row.UsageQuantity),
        };
    }

    public static EntitlementValues ValuesOf(this CreateCompanyOverrideRequestBody body) =>
        new()
        {
            ValueType = body.ValueType,
            ValueBool = body.ValueBool,
            ValueNumeric = body.ValueNumeric,
            ValueTraitId = body.ValueTraitId,
            ValueCreditId = body.ValueCreditId,
            CreditConsumptionRate = body.CreditConsumptionRate,
            MetricPeriod = body.MetricPeriod,
            MetricPeriodMonthReset = body.MetricPeriodMonthReset,
        };

    /// <param name="row">What a member that is left out stays.</param>
    public static EntitlementValues ValuesOf(this UpdateCompanyOverrideRequestBody body, CompanyOverrideRow row)
    {
        var kept = Kept(row, body.ValueType);
        return new EntitlementValues
        {
            ValueType = body.ValueType,
            ValueBool = body.ValueBool.Or(kept.ValueBool),
            ValueNumeric = body.ValueNumeric.Or(kept.ValueNumeric),
            ValueTraitId = body.ValueTraitId.Or(kept.ValueTraitId),
            ValueCreditId = body.ValueCreditId.Or(kept.ValueCreditId),
            CreditConsumptionRate = body.CreditConsumptionRate.Or(kept.CreditConsumptionRate),
            MetricPeriod = body.MetricPeriod.Or(kept.MetricPeriod),
            MetricPeriodMonthReset = body.MetricPeriodMonthReset.Or(kept.MetricPeriodMonthReset),
        };
    }

    public static EntitlementPrices PricesOf(this CreatePlanEntitlementRequestBody body) =>
        EntitlementPricesCheck.Check(
            [
                new CurrencyPricesInput(
                    "",
                    body.Currency,
                    Interval(
                        body.MonthlyUnitPrice,
                        body.MonthlyUnitPriceDecimal,
                        // The older name of the monthly tiers.
                        body.MonthlyPriceTiers
                            ?? body.PriceTiers
                    ),
                    Interval(body.QuarterlyUnitPrice, body.QuarterlyUnitPriceDecimal, body.QuarterlyPriceTiers),
                    Interval(body.YearlyUnitPrice, body.YearlyUnitPriceDecimal, body.YearlyPriceTiers)
                ),
                .. InCurrencies(body.CurrencyPrices),
            ],
            body.TierMode
        );

    /// <summary>The prices that an update gives; null where it gives none, so that they stay.</summary>
    public static EntitlementPrices? PricesOf(this UpdatePlanEntitlementRequestBody body)
    {
        var given =
            body.MonthlyUnitPrice.IsSet
            || body.MonthlyUnitPriceDecimal.IsSet
            || body.QuarterlyUnitPrice.IsSet
            || body.QuarterlyUnitPriceDecimal.IsSet
            || body.YearlyUnitPrice.IsSet
            || body.YearlyUnitPriceDecimal.IsSet
            || (body.MonthlyPriceTiers ?? body.PriceTiers ?? body.QuarterlyPriceTiers ?? body.YearlyPriceTiers)
                is not null
            || body.CurrencyPrices is not null;
        return given
            ? EntitlementPricesCheck.Check(
                [
                    new CurrencyPricesInput(
                        "",
                        body.Currency.Value,
                        Interval(
                            body.MonthlyUnitPrice.Value,
                            body.MonthlyUnitPriceDecimal.Value,
                            body.MonthlyPriceTiers ?? body.PriceTiers
                        ),
                        Interval(
                            body.QuarterlyUnitPrice.Value,
                            body.QuarterlyUnitPriceDecimal.Value,
                            body.QuarterlyPriceTiers
                        ),
                        Interval(body.YearlyUnitPrice.Value, body.YearlyUnitPriceDecimal.Value, body.YearlyPriceTiers)
                    ),
                    .. InCurrencies(body.CurrencyPrices),
                ],
                body.TierMode.Value
            )
            : null;
    }

    /// <summary>Warning thresholds as they are stored; null where none are given.</summary>
    public static string? WarningTiersOf(IReadOnlyList<WarningTierRequestBody>? given, DateTimeOffset now)
    {
        const string Field = "warning_tiers";
        if (given is null)
            return null;
        if (given.Count > MaxWarningTiers)
            throw ApiProblem.BadRequest($"{Field} has {given.Count} entries; at most {MaxWarningTiers} fit.", Field);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < given.Count; i++)
        {
            var path = FieldPath.Item(Field, i);
            if (given[i].Value < 0)
                throw ApiProblem.BadRequest($"{path}.value is negative. Give a usage of 0 or more.", $"{path}.value");
            if (!keys.Add(given[i].Key))
                throw ApiProblem.BadRequest($"{path}.key is given twice. Give each threshold its own.", $"{path}.key");
        }

        return WarningTiers.Write([
            .. given.Select(tier => new WarningTierResponseData
            {
                Id = NewId.For("wtir", now),
                Key = tier.Key,
                Value = tier.Value,
            }),
        ]);
    }

    private static IEnumerable<CurrencyPricesInput> InCurrencies(IReadOnlyList<CurrencyPriceRequestBody>? given) =>
        (given ?? []).Select(
            static (prices, index) =>
                new CurrencyPricesInput(
                    FieldPath.Item("currency_prices", index),
                    prices.Currency,
                    Interval(prices.MonthlyUnitPrice, prices.MonthlyUnitPriceDecimal, prices.MonthlyPriceTiers),
                    Interval(prices.QuarterlyUnitPrice, prices.QuarterlyUnitPriceDecimal, prices.QuarterlyPriceTiers),
                    Interval(prices.YearlyUnitPrice, prices.YearlyUnitPriceDecimal, prices.YearlyPriceTiers)
                )
        );

    private static IntervalPriceInput Interval(
        long? unitPrice,
        string? unitPriceDecimal,
        IReadOnlyList<CreatePriceTierRequestBody>? tiers
    ) =>
        new(
            unitPrice,
            unitPriceDecimal,
            tiers
                ?.Select(static tier => new PriceTierInput(
                    tier.FlatAmount,
                    tier.PerUnitPrice,
                    tier.PerUnitPriceDecimal,
                    tier.UpTo
                ))
                .ToList()
        );

    // Values of another type than the stored one are not what is left out.
    private static EntitlementValues Kept(EntitlementRow row, EntitlementValueType type) =>
        row.ValueType == type ? row.ToValues() : new EntitlementValues { ValueType = type };
}
