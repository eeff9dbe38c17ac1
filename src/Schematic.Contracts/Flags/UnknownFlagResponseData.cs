namespace Schematic.Contracts.Flags;

/// <summary>A key that checks asked for and no flag has. An addition to the published API.</summary>
public sealed record UnknownFlagResponseData
{
    /// <summary>Number of checks that asked for the key.</summary>
    public required long Count { get; init; }

    /// <summary>Time of the first of these checks, in UTC.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Keys of a company that one of the checks named; empty if it named none.</summary>
    public required IReadOnlyDictionary<string, string> ExampleCompany { get; init; }

    /// <summary>Keys of a user that one of the checks named; empty if it named none.</summary>
    public required IReadOnlyDictionary<string, string> ExampleUser { get; init; }

    /// <summary>Key that was asked for.</summary>
    public required string Key { get; init; }

    /// <summary>Time of the latest of these checks, in UTC.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }
}
