using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Credits;

/// <summary>A credit type being entered. Members are named as on the wire, so that a refusal finds its field.</summary>
public sealed class CreditForm : IValidatableObject
{
    [Required(ErrorMessage = "Name the credit as your customers know it.")]
    [StringLength(255, ErrorMessage = "Use at most 255 characters.")]
    public string Name { get; set; } = "";

    [StringLength(1024, ErrorMessage = "Use at most 1,024 characters.")]
    public string Description { get; set; } = "";

    [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
    public string SingularName { get; set; } = "";

    [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
    public string PluralName { get; set; } = "";

    public BillingCreditBurnStrategy BurnStrategy { get; set; } =
        BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut;

    /// <summary>True if credits expire by default, after <see cref="DefaultExpiryUnitCount"/>.</summary>
    public bool Expires { get; set; }

    /// <summary>As it was typed.</summary>
    public string DefaultExpiryUnitCount { get; set; } = "30";

    public BillingCreditExpiryUnit DefaultExpiryUnit { get; set; } = BillingCreditExpiryUnit.Days;

    public BillingCreditRolloverPolicy DefaultRolloverPolicy { get; set; } = BillingCreditRolloverPolicy.None;

    /// <summary>The first is in the currency of the credit type, which stays.</summary>
    public List<CreditPriceDraft> CurrencyPrices { get; init; } = [new()];

    private long? Count => Expires ? CreditAmount.ParseWhole(DefaultExpiryUnitCount) : null;

    public static CreditForm From(BillingCreditResponseData credit)
    {
        var main = credit.Currency ?? credit.Price?.Currency ?? CreditPriceDraft.DefaultCurrency;
        return new()
        {
            Name = credit.Name,
            Description = credit.Description,
            SingularName = credit.SingularName ?? "",
            PluralName = credit.PluralName ?? "",
            BurnStrategy = credit.BurnStrategy,
            Expires = credit.DefaultExpiryUnitCount is not null,
            DefaultExpiryUnitCount = (credit.DefaultExpiryUnitCount ?? 30).ToString(CultureInfo.InvariantCulture),
            DefaultExpiryUnit = credit.DefaultExpiryUnit,
            DefaultRolloverPolicy = credit.DefaultRolloverPolicy,
            CurrencyPrices = CreditPriceDraft.List(main, credit.CurrencyPrices.Select(static price => price.Price)),
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Expires && Count is not (> 0 and <= CreditLimits.MostExpiryUnits))
            yield return new(CreditLimits.BadExpiryCount, [nameof(DefaultExpiryUnitCount)]);
        if (CreditPriceDraft.FindMistake(CurrencyPrices) is { } mistake)
            yield return new(mistake, [nameof(CurrencyPrices)]);
    }

    /// <summary>All that the form changes, in words: two states that read the same are the same.</summary>
    public string Describe() =>
        string.Join(
            "; ",
            Name.Trim(),
            Description.Trim(),
            $"{SingularName.Trim()}/{PluralName.Trim()}",
            CreditWords.Title(BurnStrategy),
            Expires
                ? $"expires {CreditWords.ExpiryWithin(BillingCreditExpiryType.Duration, DefaultExpiryUnit, Count)}"
                : "never expires",
            CreditWords.Title(DefaultRolloverPolicy),
            CreditPriceDraft.Describe(CurrencyPrices)
        );

    public CreateBillingCreditRequestBody ToCreate() =>
        new()
        {
            Name = Name.Trim(),
            Description = Description.Trim(),
            SingularName = OrNull(SingularName),
            PluralName = OrNull(PluralName),
            BurnStrategy = BurnStrategy,
            DefaultExpiryUnit = Expires ? DefaultExpiryUnit : null,
            DefaultExpiryUnitCount = Count,
            DefaultRolloverPolicy = DefaultRolloverPolicy,
            Currency = CurrencyPrices[0].Code,
            PerUnitPrice = CurrencyPrices[0].WholeMinorUnits,
            PerUnitPriceDecimal = CurrencyPrices[0].WireText,
            CurrencyPrices = Others(),
        };

    public UpdateBillingCreditRequestBody ToUpdate() =>
        new()
        {
            Name = Name.Trim(),
            Description = Description.Trim(),
            SingularName = OrNull(SingularName),
            PluralName = OrNull(PluralName),
            // An order or a policy of a newer server is left as it is.
            BurnStrategy = BurnStrategy == BillingCreditBurnStrategy.Unknown ? null : BurnStrategy,
            DefaultExpiryUnit = DefaultExpiryUnit == BillingCreditExpiryUnit.Unknown ? null : DefaultExpiryUnit,
            DefaultExpiryUnitCount = new Optional<long?>(Count),
            DefaultRolloverPolicy =
                DefaultRolloverPolicy == BillingCreditRolloverPolicy.Unknown ? null : DefaultRolloverPolicy,
            PerUnitPrice = new Optional<long?>(CurrencyPrices[0].WholeMinorUnits),
            PerUnitPriceDecimal = new Optional<string>(CurrencyPrices[0].WireText),
            CurrencyPrices = Others(),
        };

    private IReadOnlyList<CreditCurrencyPriceRequestBody> Others() =>
        [
            .. CurrencyPrices
                .Skip(1)
                .Select(static price => new CreditCurrencyPriceRequestBody
                {
                    Currency = price.Code,
                    PricePerUnit = price.WholeMinorUnits,
                    PricePerUnitDecimal = price.WireText,
                }),
        ];

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
