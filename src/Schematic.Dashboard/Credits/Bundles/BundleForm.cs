using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Credits.Bundles;

/// <summary>A bundle being entered. Members are named as on the wire, so that a refusal finds its field.</summary>
public sealed class BundleForm : IValidatableObject
{
    [Required(ErrorMessage = "Name the bundle as your customers know it.")]
    [StringLength(255, ErrorMessage = "Use at most 255 characters.")]
    public string BundleName { get; set; } = "";

    /// <summary>As it was typed.</summary>
    public string Quantity { get; set; } = "";

    public BillingCreditExpiryType ExpiryType { get; set; } = BillingCreditExpiryType.NoExpiry;

    /// <summary>As it was typed.</summary>
    public string ExpiryUnitCount { get; set; } = "30";

    public BillingCreditExpiryUnit ExpiryUnit { get; set; } = BillingCreditExpiryUnit.Days;

    /// <summary>The first is in the currency of the bundle, which stays, and must have a price.</summary>
    public List<CreditPriceDraft> CurrencyPrices { get; init; } = [new()];

    /// <summary>Empty for every plan.</summary>
    public IReadOnlyList<string> CompatiblePlanIds { get; set; } = [];

    /// <summary>True if companies can buy it.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Credits in the bundle; null while that cannot be read.</summary>
    public long? Size => CreditAmount.ParseWhole(Quantity);

    private long? Count =>
        ExpiryType == BillingCreditExpiryType.Duration ? CreditAmount.ParseWhole(ExpiryUnitCount) : null;

    /// <summary>A new bundle of a credit, on the credit's own terms.</summary>
    public static BundleForm For(BillingCreditResponseData credit) =>
        new()
        {
            ExpiryType = credit.DefaultExpiryUnitCount is null
                ? BillingCreditExpiryType.NoExpiry
                : BillingCreditExpiryType.Duration,
            ExpiryUnit = credit.DefaultExpiryUnit,
            ExpiryUnitCount = (credit.DefaultExpiryUnitCount ?? 30).ToString(CultureInfo.InvariantCulture),
            CurrencyPrices = [credit.Price is { } price ? CreditPriceDraft.From(price) : new()],
        };

    public static BundleForm From(BillingCreditBundleResponseData bundle)
    {
        var main = bundle.Currency ?? bundle.UnitPrice?.Currency ?? CreditPriceDraft.DefaultCurrency;
        return new()
        {
            BundleName = bundle.Name,
            Quantity = bundle.Quantity?.ToString(CultureInfo.InvariantCulture) ?? "",
            ExpiryType = bundle.ExpiryType,
            ExpiryUnit = bundle.ExpiryUnit,
            ExpiryUnitCount = (bundle.ExpiryUnitCount ?? 30).ToString(CultureInfo.InvariantCulture),
            CurrencyPrices = CreditPriceDraft.List(main, bundle.CurrencyPrices.Select(static price => price.Price)),
            CompatiblePlanIds = bundle.CompatiblePlanIds,
            IsActive = bundle.Status == BillingCreditBundleStatus.Active,
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Size is not (> 0 and <= CreditLimits.MostCredits))
            yield return new("Enter the credits in the bundle as a whole number of 1 or more.", [nameof(Quantity)]);
        if (ExpiryType == BillingCreditExpiryType.Duration && Count is not (> 0 and <= CreditLimits.MostExpiryUnits))
            yield return new(CreditLimits.BadExpiryCount, [nameof(ExpiryUnitCount)]);
        if (CreditPriceDraft.FindMistake(CurrencyPrices) is { } mistake)
            yield return new(mistake, [nameof(CurrencyPrices)]);
        else if (!CurrencyPrices[0].IsSet)
            yield return new("Enter the price of one credit; 0 if the bundle is free.", [nameof(CurrencyPrices)]);
    }

    /// <summary>All that the form changes, in words: two states that read the same are the same.</summary>
    public string Describe() =>
        string.Join(
            "; ",
            BundleName.Trim(),
            Size is { } size ? CreditAmount.Format(size) : Quantity.Trim(),
            CreditWords.Expiry(ExpiryType, ExpiryUnit, Count),
            CreditPriceDraft.Describe(CurrencyPrices),
            CompatiblePlanIds.Count == 0 ? "every plan" : $"plans {string.Join(", ", CompatiblePlanIds.Order())}",
            IsActive ? "active" : "inactive"
        );

    public CreateCreditBundleRequestBody ToCreate(string creditId) =>
        new()
        {
            CreditId = creditId,
            BundleName = BundleName.Trim(),
            Quantity = Size,
            ExpiryType = ExpiryType,
            ExpiryUnit = Count is null ? null : ExpiryUnit,
            ExpiryUnitCount = Count,
            Currency = CurrencyPrices[0].Code,
            PricePerUnit = CurrencyPrices[0].WholeMinorUnits ?? 0,
            PricePerUnitDecimal = CurrencyPrices[0].WireText,
            CurrencyPrices = Others(),
            CompatiblePlanIds = CompatiblePlanIds,
            Status = Status,
        };

    public UpdateCreditBundleDetailsRequestBody ToUpdate() =>
        new()
        {
            BundleName = BundleName.Trim(),
            Quantity = Size,
            // An expiry of a newer server is left as it is.
            ExpiryType = ExpiryType == BillingCreditExpiryType.Unknown ? null : ExpiryType,
            ExpiryUnit = Count is null ? null : ExpiryUnit,
            ExpiryUnitCount = ExpiryType == BillingCreditExpiryType.Unknown ? default : new Optional<long?>(Count),
            PricePerUnit = CurrencyPrices[0].WholeMinorUnits ?? 0,
            PricePerUnitDecimal = CurrencyPrices[0].WireText,
            CurrencyPrices = Others(),
            CompatiblePlanIds = CompatiblePlanIds,
            Status = Status,
        };

    private BillingCreditBundleStatus Status =>
        IsActive ? BillingCreditBundleStatus.Active : BillingCreditBundleStatus.Inactive;

    private IReadOnlyList<CreditBundleCurrencyPriceRequestBody> Others() =>
        [
            .. CurrencyPrices
                .Skip(1)
                .Select(static price => new CreditBundleCurrencyPriceRequestBody
                {
                    Currency = price.Code,
                    PricePerUnit = price.WholeMinorUnits,
                    PricePerUnitDecimal = price.WireText,
                }),
        ];
}
