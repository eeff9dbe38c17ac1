using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Filters and page of <c>GET /billing/credits/leases</c> and its count; null does not filter.</summary>
public sealed record CreditLeasesQuery : Page
{
    /// <summary>Only leases of this company, <c>comp_…</c>.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only leases on this credit type, <c>bilcr_…</c>.</summary>
    public string? CreditTypeId { get; init; }

    /// <summary>True for leases that are open, false for those released or expired.</summary>
    public bool? IsOpen { get; init; }
}
