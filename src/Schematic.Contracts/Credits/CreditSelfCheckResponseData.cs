namespace Schematic.Contracts.Credits;

/// <summary>Result of the last check of all balances of an environment against its ledger.</summary>
public sealed record CreditSelfCheckResponseData
{
    /// <summary>Number of balances that were checked.</summary>
    public required long Accounts { get; init; }

    /// <summary>Time at which the check ended, in UTC; null if there was none yet.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Number of differences; 0 if everything agrees.</summary>
    public required long DifferenceCount { get; init; }

    /// <summary>The first differences, at most 100.</summary>
    public required IReadOnlyList<CreditDifference> Differences { get; init; }
}
