using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Cause of the removal of what was left of a credit grant.</summary>
public enum BillingCreditGrantZeroedOutReason
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The company was archived.</summary>
    [JsonStringEnumMemberName("customer_archived")]
    CustomerArchived,

    /// <summary>The grant expired.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The integration that granted the credits was removed.</summary>
    [JsonStringEnumMemberName("integration_uninstalled")]
    IntegrationUninstalled,

    /// <summary>The license that the grant was issued for was retired.</summary>
    [JsonStringEnumMemberName("license_retired")]
    LicenseRetired,

    /// <summary>Somebody removed them.</summary>
    [JsonStringEnumMemberName("manual")]
    Manual,

    /// <summary>The company left the plan that included them.</summary>
    [JsonStringEnumMemberName("plan_change")]
    PlanChange,

    /// <summary>The period of the plan ended, and the credits were granted anew.</summary>
    [JsonStringEnumMemberName("plan_period_reset")]
    PlanPeriodReset,

    /// <summary>A correction of the records.</summary>
    [JsonStringEnumMemberName("reconciled")]
    Reconciled,
}
