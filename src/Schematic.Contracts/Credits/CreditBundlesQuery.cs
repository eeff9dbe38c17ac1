using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Filters and page of <c>GET /billing/credits/bundles</c> and its count; null does not filter.</summary>
public sealed record CreditBundlesQuery : Page
{
    /// <summary>Only bundles whose size is set in this way.</summary>
    public BillingCreditBundleType? BundleType { get; init; }

    /// <summary>Only bundles of this credit type, <c>bilcr_…</c>.</summary>
    public string? CreditId { get; init; }

    /// <summary>Only bundles with these ids, <c>bcbn_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only bundles that are sold, or are not.</summary>
    public BillingCreditBundleStatus? Status { get; init; }
}
