using Schematic.Contracts.Credits;

namespace Schematic.Api.Plans;

/// <summary>How many credits a plan includes, and how they are granted, topped up and removed.</summary>
/// <param name="CreditAmount">Whole credits in each grant, or per license.</param>
internal sealed record PlanCreditGrantTerms(long CreditAmount)
{
    public PlanCreditGrantScaling Scaling { get; init; } = PlanCreditGrantScaling.Fixed;

    /// <summary>Credits once per company beside those per license; 0 unless it scales.</summary>
    public long CompanyCreditAmount { get; init; }

    /// <summary>Null unless it scales.</summary>
    public string? LicenseId { get; init; }

    public BillingPlanCreditGrantResetType ResetType { get; init; } = BillingPlanCreditGrantResetType.PlanPeriod;

    /// <summary>Null if granted once.</summary>
    public BillingPlanCreditGrantResetCadence? ResetCadence { get; init; }

    /// <summary>Null if granted once.</summary>
    public BillingPlanCreditGrantResetStart? ResetStart { get; init; }

    /// <summary>Percent of unused credits that a reset carries over, 0 to 100.</summary>
    public long RolloverPercentage { get; init; }

    /// <summary>When credits that are granted once expire; null if they are granted again.</summary>
    public BillingCreditExpiryType? ExpiryType { get; init; }

    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    public long? ExpiryUnitCount { get; init; }

    public BillingCreditAutoTopupAvailability AutoTopupAvailability { get; init; } =
        BillingCreditAutoTopupAvailability.Off;

    /// <summary>Credits that a top-up buys; null if none is set up.</summary>
    public long? AutoTopupAmount { get; init; }

    public long? AutoTopupThresholdCredits { get; init; }

    /// <summary>The same in percent of the grant, 1 to 100; one of both is null.</summary>
    public long? AutoTopupThresholdPercent { get; init; }

    public BillingCreditExpiryType? AutoTopupExpiryType { get; init; }

    public BillingCreditExpiryUnit? AutoTopupExpiryUnit { get; init; }

    public long? AutoTopupExpiryUnitCount { get; init; }

    public bool ScalesPerLicense => Scaling == PlanCreditGrantScaling.PerLicense;
}
