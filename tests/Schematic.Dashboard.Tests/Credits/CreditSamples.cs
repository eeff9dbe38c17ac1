using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Tests.Credits;

/// <summary>Credits as the API answers them.</summary>
internal static class CreditSamples
{
    public static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static BillingCreditResponseData Credit(string id = "bilcr_1", string name = "AI tokens") =>
        new()
        {
            Id = id,
            Name = name,
            Description = "For every answer.",
            SingularName = "token",
            PluralName = "tokens",
            BurnStrategy = BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut,
            CostEditable = true,
            DefaultExpiryUnit = BillingCreditExpiryUnit.Days,
            DefaultExpiryUnitCount = 30,
            DefaultRolloverPolicy = BillingCreditRolloverPolicy.None,
            Price = Price("usd", 2),
            CurrencyPrices =
            [
                new() { Currency = "usd", Price = Price("usd", 2) },
                new() { Currency = "eur", Price = Price("eur", 1.8m) },
            ],
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static BillingPriceResponseData Price(string currency, decimal minorUnits) =>
        new()
        {
            Id = $"bilpp_{currency}",
            ExternalPriceId = "",
            Currency = currency,
            Interval = BillingProductPriceInterval.OneTime,
            IntervalCount = 1,
            Price = (long)Math.Round(minorUnits),
            PriceDecimal = decimal.IsInteger(minorUnits)
                ? null
                : minorUnits.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ProviderType = BillingProviderType.Schematic,
            Scheme = BillingPriceScheme.PerUnit,
        };

    public static BillingCreditBundleResponseData Bundle(string id = "bcbn_1", string name = "Small") =>
        new()
        {
            Id = id,
            Name = name,
            BundleType = BillingCreditBundleType.Fixed,
            Status = BillingCreditBundleStatus.Active,
            CreditId = "bilcr_1",
            CreditName = "AI tokens",
            SingularName = "token",
            PluralName = "tokens",
            Quantity = 10_000,
            ExpiryType = BillingCreditExpiryType.Duration,
            ExpiryUnit = BillingCreditExpiryUnit.Days,
            ExpiryUnitCount = 90,
            CompatiblePlanIds = [],
            HasGrants = false,
            UnitPrice = Price("usd", 2),
            Price = Price("usd", 20_000),
            CurrencyPrices = [new() { Currency = "usd", Price = Price("usd", 2) }],
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static BillingPlanCreditGrantResponseData PlanGrant(string id = "bpcg_1") =>
        new()
        {
            Id = id,
            PlanId = "plan_pro",
            PlanName = "Pro",
            PlanVersionId = "plvr_1",
            Credit = Credit(),
            CreditId = "bilcr_1",
            CreditName = "AI tokens",
            CreditAmount = 1_000,
            CompanyCreditAmount = 0,
            Scaling = PlanCreditGrantScaling.Fixed,
            ResetType = BillingPlanCreditGrantResetType.PlanPeriod,
            ResetCadence = BillingPlanCreditGrantResetCadence.Monthly,
            ResetStart = BillingPlanCreditGrantResetStart.BillingPeriod,
            RolloverPercentage = 25,
            AutoTopupAvailability = BillingCreditAutoTopupAvailability.Off,
            AutoTopupEnabled = false,
            AutoTopupSelfService = false,
            CanBuyBundles = false,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    /// <summary>A gift of which half is left.</summary>
    public static BillingCreditGrantResponseData Grant(string id = "bcgr_1", string source = "Gift") =>
        new()
        {
            Id = id,
            CompanyId = "comp_1",
            CompanyName = "Acme",
            CreditId = "bilcr_1",
            CreditName = "AI tokens",
            GrantReason = BillingCreditGrantReason.Free,
            SourceLabel = source,
            Quantity = 1_000,
            QuantityRemaining = 500,
            QuantityUsed = 500,
            RenewalEnabled = false,
            ValidFrom = Long,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static CompanyCreditBalanceResponseData Balance(double remaining, double reserved = 0) =>
        new()
        {
            CreditId = "bilcr_1",
            Remaining = remaining,
            Reserved = reserved,
            Settled = remaining + reserved,
            Total = 1_000,
            Source = BillingProviderType.Schematic,
        };

    /// <summary>A use of 12.5 tokens for the feature "API calls".</summary>
    public static CreditEventLedgerResponseData Movement(long number = 1) =>
        new()
        {
            EventId = $"crlg_{number}",
            SourceId = number,
            EventAt = Long.AddHours(number),
            EventType = CreditEventType.Usage,
            UsageReason = CreditUsageReason.Track,
            UsageEventId = "evt_1",
            Amount = 12.5,
            QuantityConsumed = 12.5,
            BalanceAfter = 487.5,
            EnvironmentId = "env_production",
            CompanyId = "comp_1",
            Company = new() { Id = "comp_1", Name = "Acme" },
            BillingCreditId = "bilcr_1",
            CreditName = "AI tokens",
            FeatureId = "feat_1",
            Feature = new() { Id = "feat_1", Name = "API calls" },
            GrantId = "bcgr_1",
            GrantReason = BillingCreditGrantReason.Free,
            GrantQuantity = 1_000,
            GrantQuantityRemaining = 487.5,
        };

    public static CreditLedgerTotal Total(double used = 0) =>
        new()
        {
            CreditId = "bilcr_1",
            CreditName = "AI tokens",
            Rows = 3,
            Granted = 1_000,
            Used = used,
            ZeroedOut = 0,
            Transferred = 0,
            Held = 0,
            Released = 0,
            Uncovered = 0,
            Net = 1_000 - used,
        };

    /// <summary>A hold of fifty, of which thirty are spent.</summary>
    public static CreditLeaseResponseData Lease() =>
        new()
        {
            Id = "crlse_1",
            CompanyId = "comp_1",
            CreditTypeId = "bilcr_1",
            GrantedAmount = 50,
            SpentAmount = 30,
            CreatedAt = Long,
            UpdatedAt = Long,
            ExpiresAt = Long,
        };
}
