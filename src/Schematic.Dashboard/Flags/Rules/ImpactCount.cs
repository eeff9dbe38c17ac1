using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>How far a count of the companies that a draft affects has come.</summary>
internal sealed record ImpactCount
{
    /// <summary>The most companies that are named.</summary>
    public const int MaxChanges = 50;

    /// <summary>The draft that is counted for.</summary>
    public required IReadOnlyList<RuleDraft> Rules { get; init; }

    /// <summary>Companies looked at so far.</summary>
    public long Examined { get; init; }

    public long Gained { get; init; }

    public long Lost { get; init; }

    /// <summary>All companies; 0 until the first answer.</summary>
    public long Total { get; init; }

    /// <summary>The first companies that get another answer than now.</summary>
    public IReadOnlyList<FlagImpactCompany> Changes { get; init; } = [];

    public ImpactCountState State { get; init; }

    /// <summary>Why the count ended early; null unless it failed.</summary>
    public LoadFailure? Failure { get; init; }

    public long Affected => Gained + Lost;

    public bool IsRunning => State == ImpactCountState.Running;

    public ImpactCount Add(FlagImpactResponseData part) =>
        this with
        {
            Examined = Examined + part.Examined,
            Gained = Gained + part.Gained,
            Lost = Lost + part.Lost,
            Total = part.Total,
            Changes = [.. Changes, .. part.Changes],
            State = part.NextCursor is null ? ImpactCountState.Complete : ImpactCountState.Running,
        };
}

internal enum ImpactCountState
{
    Running,
    Complete,
    Stopped,
    Failed,
}
