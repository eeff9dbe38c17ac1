using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Credits.PlanGrants;

internal static class PlanGrantMapping
{
    // The only unit there is; on the wire it is text.
    private const string Credits = "credit";

    /// <param name="canBuyBundles">Whether companies on the plan may buy bundles of the credit.</param>
    public static BillingPlanCreditGrantResponseData ToContract(this PlanGrantDetail detail, bool canBuyBundles)
    {
        var (row, credit) = (detail.Row, detail.Credit);
        return new()
        {
            Id = row.Id,
            PlanId = detail.Plan.Id,
            PlanName = detail.Plan.Name,
            PlanVersionId = detail.Version.Id,
            Plan = new PreviewObjectResponseData { Id = detail.Plan.Id, Name = detail.Plan.Name },
            CreditId = credit.Id,
            CreditName = credit.Name,
            CreditSingularName = credit.SingularName,
            CreditPluralName = credit.PluralName,
            Credit = credit.DeletedAt is null ? credit.ToContract() : null,
            CreditAmount = row.CreditAmount,
            CompanyCreditAmount = row.CompanyCreditAmount,
            Scaling = row.Scaling,
            LicenseId = row.LicenseId,
            ResetType = row.ResetType,
            ResetCadence = row.ResetCadence,
            ResetStart = row.ResetStart,
            RolloverPercentage = row.RolloverPercentage,
            ExpiryType = row.ExpiryType,
            ExpiryUnit = row.ExpiryUnit,
            ExpiryUnitCount = row.ExpiryUnitCount,
            AutoTopupAvailability = row.AutoTopupAvailability,
            AutoTopupEnabled = row.AutoTopupAvailability != BillingCreditAutoTopupAvailability.Off,
            AutoTopupSelfService = row.AutoTopupAvailability == BillingCreditAutoTopupAvailability.UserControlled,
            AutoTopupAmount = row.AutoTopupAmount,
            AutoTopupAmountType = row.AutoTopupAmount is null ? null : Credits,
            AutoTopupThresholdCredits = row.AutoTopupThresholdCredits,
            AutoTopupThresholdPercent = row.AutoTopupThresholdPercent,
            AutoTopupExpiryType = row.AutoTopupExpiryType,
            AutoTopupExpiryUnit = row.AutoTopupExpiryUnit,
            AutoTopupExpiryUnitCount = row.AutoTopupExpiryUnitCount,
            CanBuyBundles = canBuyBundles,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    /// <summary>The same as a company on the plan is shown it; no company can set up its own top-up here.</summary>
    public static CompanyPlanCreditGrantView ToView(
        this PlanGrantDetail detail,
        string accountId,
        string environmentId,
        bool canBuyBundles
    )
    {
        var (row, credit) = (detail.Row, detail.Credit);
        return new()
        {
            Id = row.Id,
            PlanId = detail.Plan.Id,
            PlanVersionId = detail.Version.Id,
            Plan = new GenericPreviewObject { Id = detail.Plan.Id, Name = detail.Version.Name },
            CreditId = credit.Id,
            CreditName = credit.Name,
            CreditDescription = credit.Description,
            CreditIcon = credit.Icon,
            SingularName = credit.SingularName,
            PluralName = credit.PluralName,
            Credit = credit.DeletedAt is null ? credit.ToView(accountId, environmentId) : null,
            CreditAmount = row.CreditAmount,
            CompanyCreditAmount = row.CompanyCreditAmount,
            Scaling = row.Scaling,
            LicenseId = row.LicenseId,
            ResetType = row.ResetType,
            ResetCadence = row.ResetCadence,
            ResetStart = row.ResetStart,
            RolloverPercentage = row.RolloverPercentage,
            ExpiryType = row.ExpiryType,
            ExpiryUnit = row.ExpiryUnit,
            ExpiryUnitCount = row.ExpiryUnitCount,
            BillingCreditAutoTopupAvailability = row.AutoTopupAvailability,
            BillingCreditAutoTopupEnabled = row.AutoTopupAvailability != BillingCreditAutoTopupAvailability.Off,
            BillingCreditAutoTopupSelfService =
                row.AutoTopupAvailability == BillingCreditAutoTopupAvailability.UserControlled,
            BillingCreditAutoTopupAmount = row.AutoTopupAmount,
            BillingCreditAutoTopupAmountType = row.AutoTopupAmount is null ? null : Credits,
            BillingCreditAutoTopupThresholdCredits = row.AutoTopupThresholdCredits,
            BillingCreditAutoTopupThresholdPercent = row.AutoTopupThresholdPercent,
            BillingCreditAutoTopupExpiryType = row.AutoTopupExpiryType,
            BillingCreditAutoTopupExpiryUnit = row.AutoTopupExpiryUnit,
            BillingCreditAutoTopupExpiryUnitCount = row.AutoTopupExpiryUnitCount,
            BillingCreditCanBuyBundles = canBuyBundles,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    private static BillingCreditView ToView(this CreditTypeRow row, string accountId, string environmentId)
    {
        var contract = row.ToContract();
        return new()
        {
            Id = contract.Id,
            AccountId = accountId,
            EnvironmentId = environmentId,
            Name = contract.Name,
            Description = contract.Description,
            Icon = contract.Icon,
            SingularName = contract.SingularName,
            PluralName = contract.PluralName,
            BurnStrategy = contract.BurnStrategy,
            CostEditable = contract.CostEditable,
            DefaultExpiryUnit = contract.DefaultExpiryUnit,
            DefaultExpiryUnitCount = contract.DefaultExpiryUnitCount,
            DefaultRolloverPolicy = contract.DefaultRolloverPolicy,
            LedgerAuthority = BillingCreditLedgerAuthority.SchematicAuthoritative,
            PricePerUnit = contract.Price?.Price,
            PricePerUnitDecimal = contract.Price?.PriceDecimal,
            CurrencyPrices =
            [
                .. contract.CurrencyPrices.Select(static one => new CreditCurrencyPrice { Currency = one.Currency }),
            ],
            CreatedAt = contract.CreatedAt,
            UpdatedAt = contract.UpdatedAt,
        };
    }
}
