using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>
/// Filters and page of <c>GET /v2/billing/credits/ledger</c>, its count and its totals; null does not filter.
/// </summary>
public sealed record CreditLedgerQuery : Page
{
    /// <summary>Only movements of this credit type, <c>bilcr_…</c>.</summary>
    public string? BillingCreditId { get; init; }

    /// <summary>Only movements of this company, <c>comp_…</c>; null for all companies.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only movements before this time, in RFC 3339.</summary>
    public string? EndTime { get; init; }

    /// <summary>Only movements of this kind.</summary>
    public CreditEventType? EventType { get; init; }

    /// <summary>Only movements by use of this feature, <c>feat_…</c>.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Only movements at or after this time, in RFC 3339.</summary>
    public string? StartTime { get; init; }

    /// <summary>Only movements that this event caused, <c>evt_…</c>. An addition to the published API.</summary>
    public string? UsageEventId { get; init; }
}
