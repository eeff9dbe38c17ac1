using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits;

/// <summary>Units of the lifetime of credits in words.</summary>
internal static class ExpiryUnits
{
    public static IReadOnlyList<BillingCreditExpiryUnit> All { get; } =
    [BillingCreditExpiryUnit.Days, BillingCreditExpiryUnit.BillingPeriods];

    public static string Title(BillingCreditExpiryUnit unit) =>
        unit switch
        {
            BillingCreditExpiryUnit.Days => "Days",
            BillingCreditExpiryUnit.BillingPeriods => "Billing periods",
            _ => "Unknown",
        };

    /// <summary>Meaning of a unit; null if its name says it.</summary>
    public static string? Help(BillingCreditExpiryUnit unit) =>
        unit == BillingCreditExpiryUnit.BillingPeriods
            ? "Calendar months, for a company without a subscription."
            : null;
}
