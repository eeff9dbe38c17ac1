namespace Schematic.Api.Credits.Ledger;

/// <summary>
/// Credits of an account that are held for a task. An account has one open lease at most, so what it holds is what is
/// held of the grants.
/// </summary>
internal sealed class CreditLease
{
    /// <summary>How long one lasts unless its end is given. Source: domain, credits.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromMinutes(5);

    public required string Id { get; init; }

    /// <summary>Amount that was held in all, spent or not.</summary>
    public long GrantedMicroCredits { get; set; }

    /// <summary>Amount that was spent in its name, which may be more than it held.</summary>
    public long CommittedMicroCredits { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was released, or expired.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }
}
