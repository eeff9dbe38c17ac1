using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entitlements;

/// <summary>Filters and page of <c>GET /company-overrides</c> and its count; null does not filter.</summary>
public sealed record CompanyOverridesQuery : Page
{
    /// <summary>Only overrides of this company, <c>comp_…</c>.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only overrides of one of these companies, <c>comp_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? CompanyIds { get; init; }

    /// <summary>Only overrides that end after this time; those that never end are left out.</summary>
    public DateTimeOffset? ExpiresAfter { get; init; }

    /// <summary>Only overrides that end before this time; those that never end are left out.</summary>
    public DateTimeOffset? ExpiresBefore { get; init; }

    /// <summary>Only overrides for this feature, <c>feat_…</c>.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Only overrides for one of these features, <c>feat_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? FeatureIds { get; init; }

    /// <summary>Only overrides with these ids, <c>cmov_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>True lists only overrides that have expired, false only those that have not.</summary>
    public bool? IsExpired { get; init; }

    /// <summary>Only overrides whose feature or company has this text in its name, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>True leaves out overrides that have expired.</summary>
    public bool? WithoutExpired { get; init; }

    /// <summary>True lists only overrides without a note, false only those with one.</summary>
    public bool? WithoutNote { get; init; }
}
