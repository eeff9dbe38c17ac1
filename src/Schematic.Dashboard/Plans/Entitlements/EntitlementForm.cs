using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Plans.Pricing;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>
/// An entitlement of a plan while it is edited. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class EntitlementForm : IValidatableObject
{
    public string FeatureId { get; set; } = "";

    public FeatureType FeatureType { get; private set; }

    public EntitlementValueType ValueType { get; set; } = EntitlementValueType.Boolean;

    public bool ValueBool { get; set; } = true;

    public string ValueNumeric { get; set; } = "";

    public string ValueTraitId { get; set; } = "";

    /// <summary>One of the <see cref="PeriodChoice"/>s.</summary>
    public string MetricPeriod { get; set; } = PeriodChoice.All[0].Value;

    /// <summary>Null if usage is included in the plan.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; set; }

    public string SoftLimit { get; set; } = "";

    /// <summary>Usage at which a warning is sent; empty for the standard thresholds.</summary>
    public string WarningTiers { get; set; } = "";

    /// <summary>Name of the warning's threshold.</summary>
    public string WarningKey { get; init; } = "default";

    public BillingTiersMode TierMode { get; set; } = BillingTiersMode.Graduated;

    public List<CurrencyPriceDraft> CurrencyPrices { get; init; } = [];

    /// <summary>Mistakes in the prices, found when they were last sent.</summary>
    public IReadOnlyList<PriceMistake> PriceMistakes { get; set; } = [];

    /// <summary>The value type that is stored: a price that is paid in advance takes its limit from a trait.</summary>
    public EntitlementValueType StoredType =>
        PriceBehavior == EntitlementPriceBehavior.PayInAdvance ? EntitlementValueType.Trait : ValueType;

    public bool HasPeriod => FeatureType == FeatureType.Event;

    public bool HasWarning => StoredType != EntitlementValueType.Boolean;

    /// <summary>The limit typed; null if it is no number.</summary>
    public long? Limit => Count(ValueNumeric);

    /// <summary>The soft limit typed; null if it is no number.</summary>
    public long? Included => Count(SoftLimit);

    public long? Warning => Count(WarningTiers);

    /// <summary>Takes a feature: a value that its type does not allow becomes one that it does.</summary>
    public void ChooseFeature(string id, FeatureType type)
    {
        FeatureId = id;
        if (FeatureType == type)
            return;
        FeatureType = type;
        ValueType = type == FeatureType.Boolean ? EntitlementValueType.Boolean : EntitlementValueType.Numeric;
        ChoosePriceBehavior(type == FeatureType.License ? EntitlementPriceBehavior.PayInAdvance : null);
    }

    /// <summary>Takes a way of paying; usage that is paid for is unlimited unless a hard limit is set.</summary>
    public void ChoosePriceBehavior(EntitlementPriceBehavior? behavior)
    {
        PriceBehavior = behavior;
        if (behavior is null)
        {
            CurrencyPrices.Clear();
            return;
        }

        if (ValueType == EntitlementValueType.Trait || (ValueType == EntitlementValueType.Numeric && Limit is null))
            ValueType = EntitlementValueType.Unlimited;
        if (CurrencyPrices.Count == 0)
            CurrencyPrices.Add(new());
        if (behavior == EntitlementPriceBehavior.Tier && CurrencyPrices is [{ Monthly.IsSold: false } first])
            first.Monthly.AddTier();
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        PriceMistakes = PriceBehavior is null ? [] : Pricing.PriceMistakes.Find(CurrencyPrices);
        if (FeatureId.Length == 0)
            yield return new("Choose the feature to give.", [nameof(FeatureId)]);
        if (StoredType == EntitlementValueType.Numeric && Limit is not (>= 0 and { }))
            yield return new("Enter the limit as a whole number of 0 or more.", [nameof(ValueNumeric)]);
        else if (StoredType == EntitlementValueType.Numeric && PriceBehavior is not null && Limit == 0)
            yield return new("A hard limit begins at 1.", [nameof(ValueNumeric)]);
        if (StoredType == EntitlementValueType.Trait && ValueTraitId.Length == 0)
            yield return new("Choose the trait that holds the limit.", [nameof(ValueTraitId)]);
        if (PriceBehavior == EntitlementPriceBehavior.Overage && Included is null)
            yield return new("Enter the usage that is included, as a whole number.", [nameof(SoftLimit)]);
        else if (
            PriceBehavior == EntitlementPriceBehavior.Overage
            && Included > Limit
            && StoredType == EntitlementValueType.Numeric
        )
            yield return new("Include at most as much as the hard limit.", [nameof(SoftLimit)]);
        if (HasWarning && WarningTiers.Trim().Length > 0 && Warning is not > 0)
            yield return new("Enter a whole number of 1 or more, or leave it empty.", [nameof(WarningTiers)]);
        if (PriceMistakes.Count > 0)
            yield return new("Correct the prices.", [nameof(CurrencyPrices)]);
    }

    private static long? Count(string text) =>
        long.TryParse(
            text.Replace(",", "", StringComparison.Ordinal).Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? count
            : null;
}
