namespace Schematic.Contracts.Plans;

/// <summary>How far a change of an audience has come. An addition to the published API.</summary>
public sealed record PlanAudienceProgressResponseData
{
    /// <summary>Companies that were looked at since.</summary>
    public required long Examined { get; init; }

    /// <summary>Companies to look at.</summary>
    public required long Total { get; init; }
}
