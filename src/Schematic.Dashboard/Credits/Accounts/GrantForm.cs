using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>Credits to give to a company, being entered. Members are named as on the wire.</summary>
public sealed class GrantForm : IValidatableObject
{
    private const string Day = "yyyy-MM-dd";

    [Required(ErrorMessage = "Choose the credit to grant.")]
    public string CreditId { get; set; } = "";

    /// <summary>The bundle that was sold; empty if none was.</summary>
    public string CreditBundleId { get; set; } = "";

    /// <summary>Number of credits, or of bundles, as it was typed.</summary>
    public string Quantity { get; set; } = "";

    public BillingCreditGrantReason Reason { get; set; } = BillingCreditGrantReason.Free;

    public GrantExpiry Expiry { get; set; } = GrantExpiry.Default;

    /// <summary>As it was typed.</summary>
    public string ExpiryUnitCount { get; set; } = "30";

    public BillingCreditExpiryUnit ExpiryUnit { get; set; } = BillingCreditExpiryUnit.Days;

    /// <summary>The last day on which they can be spent, <c>yyyy-MM-dd</c> in UTC.</summary>
    public string ExpiresAt { get; set; } = "";

    [StringLength(1024, ErrorMessage = "Use at most 1,024 characters.")]
    public string Note { get; set; } = "";

    /// <summary>Credits in the chosen bundle; null if none is chosen.</summary>
    public long? BundleSize { get; set; }

    /// <summary>Credits that are granted; null while that cannot be read, or is more than a company can hold.</summary>
    public long? Total =>
        CreditAmount.ParseWhole(Quantity) is { } number && number <= CreditLimits.MostCredits / (BundleSize ?? 1)
            ? number * (BundleSize ?? 1)
            : null;

    private long? Count => Expiry == GrantExpiry.Duration ? CreditAmount.ParseWhole(ExpiryUnitCount) : null;

    // To the end of the day that was given.
    private DateTimeOffset? End =>
        Expiry == GrantExpiry.Date
        && DateTimeOffset.TryParseExact(
            ExpiresAt,
            Day,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var day
        )
        && day.Year < 9999
            ? day.AddDays(1)
            : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Total is null)
            yield return new(
                "Enter a whole number of 1 or more, at most 9,000,000,000,000 in all.",
                [nameof(Quantity)]
            );
        if (Expiry == GrantExpiry.Duration && Count is not (> 0 and <= CreditLimits.MostExpiryUnits))
            yield return new(CreditLimits.BadExpiryCount, [nameof(ExpiryUnitCount)]);
        if (Expiry == GrantExpiry.Date && End is null)
            yield return new("Enter the last day on which they can be spent.", [nameof(ExpiresAt)]);
    }

    public CreateCompanyCreditGrant ToContract(string companyId) =>
        new()
        {
            CompanyId = companyId,
            CreditId = CreditId,
            CreditBundleId = CreditBundleId.Length == 0 ? null : CreditBundleId,
            Quantity = Total ?? 0,
            Reason = CreditBundleId.Length == 0 ? Reason : BillingCreditGrantReason.Purchased,
            ExpiryType = Expiry switch
            {
                GrantExpiry.Duration => BillingCreditExpiryType.Duration,
                GrantExpiry.Never => BillingCreditExpiryType.NoExpiry,
                GrantExpiry.EndOfBillingPeriod => BillingCreditExpiryType.EndOfBillingPeriod,
                _ => null,
            },
            ExpiryUnit = Count is null ? null : ExpiryUnit,
            ExpiryUnitCount = Count,
            ExpiresAt = End,
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        };
}

/// <summary>When granted credits end.</summary>
public enum GrantExpiry
{
    /// <summary>As the bundle says, or else the credit type.</summary>
    Default,

    Never,

    /// <summary>After a number of days or billing periods.</summary>
    Duration,

    /// <summary>At the end of a day.</summary>
    Date,

    EndOfBillingPeriod,
}
