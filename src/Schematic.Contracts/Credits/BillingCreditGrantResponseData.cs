using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

/// <summary>Credits that a company was given, and what is left of them.</summary>
public sealed record BillingCreditGrantResponseData
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Id of the license that the grant was issued for; null unless a grant per license issued it.</summary>
    public string? CompanyLicenseId { get; init; }

    /// <summary>Display name of the company.</summary>
    public required string CompanyName { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? CreditIcon { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string CreditName { get; init; }

    /// <summary>ISO 4217 code of the price in lower case; null if the credits were not bought.</summary>
    public string? Currency { get; init; }

    /// <summary>Time of expiry, in UTC; null if the grant never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Origin of the grant.</summary>
    public required BillingCreditGrantReason GrantReason { get; init; }

    /// <summary>Id of the grant, <c>bcgr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the license that the grant was issued for; null unless it was.</summary>
    public string? LicenseName { get; init; }

    /// <summary>Why the credits were given; null without a note. An addition to the published API.</summary>
    public string? Note { get; init; }

    /// <summary>Id of the plan that included it, <c>plan_…</c>; null unless one did.</summary>
    public string? PlanId { get; init; }

    /// <summary>Display name of that plan; null unless one included it.</summary>
    public string? PlanName { get; init; }

    /// <summary>Price that the credits were bought at; left out if they were not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? Price { get; init; }

    /// <summary>Credits granted.</summary>
    public required double Quantity { get; init; }

    /// <summary>Credits that can be spent, without those that an open lease holds.</summary>
    public required double QuantityRemaining { get; init; }

    /// <summary>Credits spent.</summary>
    public required double QuantityUsed { get; init; }

    /// <summary>True if the same is granted again each period.</summary>
    public required bool RenewalEnabled { get; init; }

    /// <summary>Interval of these grants; null if there are none.</summary>
    public BillingPlanCreditGrantResetCadence? RenewalPeriod { get; init; }

    /// <summary>Credits that the open lease holds and has not spent; null without one.</summary>
    public double? Reserved { get; init; }

    /// <summary>Credits remaining and reserved together; null without a lease.</summary>
    public double? Settled { get; init; }

    /// <summary>Id of the grant that a rollover came from, <c>bcgr_…</c>; null for any other grant.</summary>
    public string? SourceGrantId { get; init; }

    /// <summary>Words for people that say where the credits came from, such as the name of the plan.</summary>
    public required string SourceLabel { get; init; }

    /// <summary>Credits moved to or from other grants; left out if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditTransferResponseData>? Transfers { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Time from which the credits can be spent, in UTC; null if at once.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Time at which the rest was removed, in UTC; null if it was not.</summary>
    public DateTimeOffset? ZeroedOutDate { get; init; }

    /// <summary>Cause of that removal; null if there was none.</summary>
    public BillingCreditGrantZeroedOutReason? ZeroedOutReason { get; init; }
}
