using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Companies that are to be moved, and how.</summary>
internal sealed record PlanMigrationOrder
{
    /// <summary>Locked.</summary>
    public required PlanRow Plan { get; init; }

    /// <summary>The version to move to.</summary>
    public required PlanVersionRow Target { get; init; }

    /// <summary>Versions to move from; null for every one that companies are on.</summary>
    public IReadOnlyList<PlanVersionRow>? From { get; init; }

    public required PlanVersionMigrationStrategy Strategy { get; init; }

    public MigrationProrationBehavior? ProrationBehavior { get; init; }

    /// <summary>Seqs of the only companies to move; null for all.</summary>
    public IReadOnlyCollection<long>? Companies { get; init; }

    /// <summary>Seqs of companies that stay on their versions.</summary>
    public IReadOnlyCollection<long> Excluded { get; init; } = [];

    /// <summary>Whether it is refused if it would move any company.</summary>
    public bool MustMoveNone { get; init; }
}
