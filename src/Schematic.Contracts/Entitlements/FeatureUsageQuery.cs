using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entitlements;

/// <summary>
/// Inputs and page of <c>GET /feature-usage</c> and its count. The company is found by its id or its keys.
/// </summary>
public sealed record FeatureUsageQuery : Page
{
    /// <summary>Id of the company, <c>comp_…</c>; null finds it by its keys.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Keys that find the company, by name; null finds it by its id.</summary>
    public IReadOnlyDictionary<string, string>? CompanyKeys { get; init; }

    /// <summary>Only these features, <c>feat_…</c>, at most 100; null does not filter.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? FeatureIds { get; init; }

    /// <summary>
    /// True adds everything that speaks of each feature, and what became of it. An addition of this server.
    /// </summary>
    public bool? IncludeCandidates { get; init; }

    /// <summary>True adds credits used today, this week, this month and this billing period.</summary>
    public bool? IncludeUsageAggregation { get; init; }

    /// <summary>
    /// Only features that this billing provider manages; <c>schematic</c> for none. Null does not filter.
    /// </summary>
    public BillingProviderType? ManagedBy { get; init; }

    /// <summary>
    /// Only features whose name or id contains this text, at most 512 characters; null does not filter.
    /// </summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>True leaves out features that the company is denied by a boolean value of false.</summary>
    public bool? WithoutNegativeEntitlements { get; init; }
}
