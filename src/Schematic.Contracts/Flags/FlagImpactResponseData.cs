namespace Schematic.Contracts.Flags;

/// <summary>
/// What one request could examine in its time; the next goes on from <see cref="NextCursor"/>. All numbers are of this request
/// alone but for <see cref="Total"/>.
/// </summary>
public sealed record FlagImpactResponseData
{
    /// <summary>Companies whose verdict changes, up to the limit.</summary>
    public required IReadOnlyList<FlagImpactCompany> Changes { get; init; }

    /// <summary>How many companies were looked at.</summary>
    public required long Examined { get; init; }

    /// <summary>How many would have the flag and do not now.</summary>
    public required long Gained { get; init; }

    /// <summary>How many have the flag now and would not.</summary>
    public required long Lost { get; init; }

    /// <summary>Null where every company has been looked at.</summary>
    public string? NextCursor { get; init; }

    /// <summary>How many companies there are.</summary>
    public required long Total { get; init; }
}

public sealed record FlagImpactCompany
{
    /// <summary>What the flag would be for the company; it is the opposite now.</summary>
    public required bool After { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Why, in the words of a check.</summary>
    public required string ReasonAfter { get; init; }

    public required string ReasonBefore { get; init; }
}
