using System.Text.Json;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits;

internal static class CreditMapping
{
    public static BillingCreditResponseData ToContract(this CreditTypeRow row)
    {
        var prices = CreditPrices.Read(row.Prices);
        return new()
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            Icon = row.Icon,
            SingularName = row.SingularName,
            PluralName = row.PluralName,
            BurnStrategy = row.BurnStrategy,
            // No billing provider holds the price.
            CostEditable = true,
            DefaultExpiryUnit = row.DefaultExpiryUnit,
            DefaultExpiryUnitCount = row.DefaultExpiryUnitCount,
            DefaultRolloverPolicy = row.DefaultRolloverPolicy,
            Currency = row.Currency,
            Price = prices.In(row.Currency) is { } price ? CreditPrices.ToContract(row.Id, row.Currency, price) : null,
            CurrencyPrices =
            [
                .. prices.Amounts.Select(one => new CreditCurrencyPriceResponseData
                {
                    Currency = one.Currency,
                    Price = CreditPrices.ToContract(row.Id, one.Currency, one.Amount),
                }),
            ],
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    public static BillingCreditBundleResponseData ToContract(this CreditBundleDetail detail)
    {
        var (row, credit) = (detail.Bundle, detail.Credit);
        var prices = CreditPrices.Read(row.Prices);
        var unit = prices.In(row.Currency);
        return new()
        {
            Id = row.Id,
            Name = row.Name,
            Status = row.Status,
            BundleType = row.BundleType,
            Quantity = row.Quantity,
            CreditId = credit.Id,
            CreditName = credit.Name,
            CreditDescription = credit.Description,
            CreditIcon = credit.Icon,
            SingularName = credit.SingularName,
            PluralName = credit.PluralName,
            ExpiryType = row.ExpiryType,
            ExpiryUnit = row.ExpiryUnit,
            ExpiryUnitCount = row.ExpiryUnitCount,
            CompatiblePlanIds = JsonSerializer.Deserialize<IReadOnlyList<string>>(row.CompatiblePlanIds)!,
            HasGrants = detail.HasGrants,
            Currency = row.Currency,
            UnitPrice = unit is { } one ? CreditPrices.ToContract(row.Id, row.Currency, one) : null,
            Price =
                unit is { } each && row.Quantity is { } quantity
                    ? CreditPrices.ToContract($"{row.Id}all", row.Currency, each * quantity)
                    : null,
            CurrencyPrices =
            [
                .. prices.Amounts.Select(price => new CreditBundleCurrencyPriceResponseData
                {
                    Currency = price.Currency,
                    Price = CreditPrices.ToContract(row.Id, price.Currency, price.Amount),
                }),
            ],
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }
}
