using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Credits.PlanGrants;

/// <summary>Credits that a plan is to include, being entered. Members are named as on the wire.</summary>
public sealed class PlanGrantForm : IValidatableObject
{
    [Required(ErrorMessage = "Choose the credit that the plan includes.")]
    public string CreditId { get; set; } = "";

    /// <summary>As it was typed; so are all amounts.</summary>
    public string CreditAmount { get; set; } = "";

    public bool IsPerLicense { get; set; }

    public string LicenseId { get; set; } = "";

    public string CompanyCreditAmount { get; set; } = "0";

    /// <summary>True if the credits are granted again each period.</summary>
    public bool Repeats { get; set; } = true;

    public BillingPlanCreditGrantResetCadence ResetCadence { get; set; } = BillingPlanCreditGrantResetCadence.Monthly;

    public BillingPlanCreditGrantResetStart ResetStart { get; set; } = BillingPlanCreditGrantResetStart.BillingPeriod;

    public string RolloverPercentage { get; set; } = "0";

    public BillingCreditExpiryType ExpiryType { get; set; } = BillingCreditExpiryType.NoExpiry;

    public string ExpiryUnitCount { get; set; } = "30";

    public BillingCreditExpiryUnit ExpiryUnit { get; set; } = BillingCreditExpiryUnit.Days;

    public BillingCreditAutoTopupAvailability AutoTopupAvailability { get; set; } =
        BillingCreditAutoTopupAvailability.Off;

    public string AutoTopupAmount { get; set; } = "";

    public bool IsThresholdPercent { get; set; }

    public string AutoTopupThresholdCredits { get; set; } = "0";

    public string AutoTopupThresholdPercent { get; set; } = "10";

    /// <summary>Days after which topped-up credits expire; empty for never.</summary>
    public string AutoTopupExpiryUnitCount { get; set; } = "";

    public bool ApplyToExisting { get; set; }

    public bool TopsUp => AutoTopupAvailability != BillingCreditAutoTopupAvailability.Off;

    /// <summary>True if what is left can be carried over at a reset.</summary>
    public bool CanRollOver => Repeats && PlanGrantWords.CanRollOver(ResetCadence);

    private bool HasDuration => !Repeats && ExpiryType == BillingCreditExpiryType.Duration;

    private long? TopupDays => TopsUp ? Read(AutoTopupExpiryUnitCount) : null;

    public static PlanGrantForm From(BillingPlanCreditGrantResponseData grant) =>
        new()
        {
            CreditId = grant.CreditId,
            CreditAmount = Text(grant.CreditAmount),
            IsPerLicense = grant.Scaling == PlanCreditGrantScaling.PerLicense,
            LicenseId = grant.LicenseId ?? "",
            CompanyCreditAmount = Text(grant.CompanyCreditAmount),
            Repeats = PlanGrantWords.Repeats(grant),
            ResetCadence = grant.ResetCadence ?? BillingPlanCreditGrantResetCadence.Monthly,
            ResetStart = grant.ResetStart ?? BillingPlanCreditGrantResetStart.BillingPeriod,
            RolloverPercentage = Text(grant.RolloverPercentage),
            ExpiryType = grant.ExpiryType ?? BillingCreditExpiryType.NoExpiry,
            ExpiryUnit = grant.ExpiryUnit ?? BillingCreditExpiryUnit.Days,
            ExpiryUnitCount = Text(grant.ExpiryUnitCount ?? 30),
            AutoTopupAvailability = grant.AutoTopupAvailability,
            AutoTopupAmount = grant.AutoTopupAmount is { } amount ? Text(amount) : "",
            IsThresholdPercent = grant.AutoTopupThresholdPercent is not null,
            AutoTopupThresholdCredits = Text(grant.AutoTopupThresholdCredits ?? 0),
            AutoTopupThresholdPercent = Text(grant.AutoTopupThresholdPercent ?? 10),
            AutoTopupExpiryUnitCount = grant.AutoTopupExpiryUnitCount is { } days ? Text(days) : "",
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Read(CreditAmount) is not <= CreditLimits.MostInPlanGrant)
            yield return new("Enter a whole number from 0 to 9,999,999,999.", [nameof(CreditAmount)]);
        if (IsPerLicense && string.IsNullOrWhiteSpace(LicenseId))
            yield return new("Enter the id of the license that multiplies the credits.", [nameof(LicenseId)]);
        if (IsPerLicense && Read(CompanyCreditAmount) is not <= CreditLimits.MostInPlanGrant)
            yield return new("Enter a whole number from 0 to 9,999,999,999.", [nameof(CompanyCreditAmount)]);
        if (CanRollOver && Read(RolloverPercentage) is not <= 100)
            yield return new("Enter a percentage from 0 to 100.", [nameof(RolloverPercentage)]);
        if (HasDuration && Read(ExpiryUnitCount) is not (> 0 and <= CreditLimits.MostExpiryUnits))
            yield return new(CreditLimits.BadExpiryCount, [nameof(ExpiryUnitCount)]);
        if (!TopsUp)
            yield break;
        if (Read(AutoTopupAmount) is not (> 0 and <= CreditLimits.MostCredits))
            yield return new(
                "Enter the credits of one top-up as a whole number of 1 or more.",
                [nameof(AutoTopupAmount)]
            );
        if (!IsThresholdPercent && Read(AutoTopupThresholdCredits) is not <= CreditLimits.MostCredits)
            yield return new("Enter a whole number of 0 or more.", [nameof(AutoTopupThresholdCredits)]);
        if (IsThresholdPercent && Read(AutoTopupThresholdPercent) is not (> 0 and <= 100))
            yield return new("Enter a percentage from 1 to 100.", [nameof(AutoTopupThresholdPercent)]);
        if (AutoTopupExpiryUnitCount.Trim().Length > 0 && TopupDays is not (> 0 and <= CreditLimits.MostExpiryUnits))
            yield return new(CreditLimits.BadExpiryCount, [nameof(AutoTopupExpiryUnitCount)]);
    }

    public CreateBillingPlanCreditGrantRequestBody ToCreate(string planId) =>
        new()
        {
            PlanId = planId,
            CreditId = CreditId,
            CreditAmount = Read(CreditAmount) ?? 0,
            Scaling = Scaling,
            LicenseId = IsPerLicense ? LicenseId.Trim() : null,
            CompanyCreditAmount = IsPerLicense ? Read(CompanyCreditAmount) : null,
            ResetType = ResetType,
            ResetCadence = ResetCadence,
            ResetStart = ResetStart,
            RolloverPercentage = Carried,
            ExpiryType = Repeats ? null : ExpiryType,
            ExpiryUnit = HasDuration ? ExpiryUnit : null,
            ExpiryUnitCount = HasDuration ? Read(ExpiryUnitCount) : null,
            AutoTopupAvailability = AutoTopupAvailability,
            AutoTopupAmount = TopsUp ? Read(AutoTopupAmount) : null,
            AutoTopupThresholdCredits = TopsUp && !IsThresholdPercent ? Read(AutoTopupThresholdCredits) : null,
            AutoTopupThresholdPercent = TopsUp && IsThresholdPercent ? Read(AutoTopupThresholdPercent) : null,
            AutoTopupExpiryType = TopupExpiry,
            AutoTopupExpiryUnitCount = TopupDays,
            ApplyToExisting = ApplyToExisting,
        };

    public UpdateBillingPlanCreditGrantRequestBody ToUpdate() =>
        new()
        {
            CreditAmount = Read(CreditAmount),
            Scaling = Scaling,
            LicenseId = new Optional<string>(IsPerLicense ? LicenseId.Trim() : null),
            CompanyCreditAmount = IsPerLicense ? Read(CompanyCreditAmount) : 0,
            ResetType = ResetType,
            ResetCadence = ResetCadence,
            ResetStart = ResetStart,
            RolloverPercentage = Carried,
            ExpiryType = new Optional<BillingCreditExpiryType?>(Repeats ? null : ExpiryType),
            ExpiryUnit = new Optional<BillingCreditExpiryUnit?>(HasDuration ? ExpiryUnit : null),
            ExpiryUnitCount = new Optional<long?>(HasDuration ? Read(ExpiryUnitCount) : null),
            AutoTopupAvailability = AutoTopupAvailability,
            AutoTopupAmount = new Optional<long?>(TopsUp ? Read(AutoTopupAmount) : null),
            AutoTopupThresholdCredits = new Optional<long?>(
                TopsUp && !IsThresholdPercent ? Read(AutoTopupThresholdCredits) : null
            ),
            AutoTopupThresholdPercent = new Optional<long?>(
                TopsUp && IsThresholdPercent ? Read(AutoTopupThresholdPercent) : null
            ),
            AutoTopupExpiryType = new Optional<BillingCreditExpiryType?>(TopupExpiry),
            AutoTopupExpiryUnitCount = new Optional<long?>(TopupDays),
            ApplyToExisting = ApplyToExisting,
        };

    private PlanCreditGrantScaling Scaling =>
        IsPerLicense ? PlanCreditGrantScaling.PerLicense : PlanCreditGrantScaling.Fixed;

    private BillingPlanCreditGrantResetType ResetType =>
        Repeats ? BillingPlanCreditGrantResetType.PlanPeriod : BillingPlanCreditGrantResetType.NoReset;

    private long Carried => CanRollOver ? Read(RolloverPercentage) ?? 0 : 0;

    private BillingCreditExpiryType? TopupExpiry =>
        !TopsUp ? null
        : TopupDays is null ? BillingCreditExpiryType.NoExpiry
        : BillingCreditExpiryType.Duration;

    private static long? Read(string text) =>
        long.TryParse(
            text,
            NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
