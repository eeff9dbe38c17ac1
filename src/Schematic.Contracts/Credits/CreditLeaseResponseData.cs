namespace Schematic.Contracts.Credits;

/// <summary>Credits of a company that are reserved for a task.</summary>
public sealed record CreditLeaseResponseData
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditTypeId { get; init; }

    /// <summary>Time at which an unreleased lease ends, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Credits reserved in all, spent or not.</summary>
    public required double GrantedAmount { get; init; }

    /// <summary>Id of the lease, <c>crlse_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Time at which it was released or expired, in UTC; null while it is open.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>
    /// Credits spent in its name, which may be more than it reserved. An addition to the published API.
    /// </summary>
    public double? SpentAmount { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
