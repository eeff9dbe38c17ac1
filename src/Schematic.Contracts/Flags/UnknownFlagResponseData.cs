namespace Schematic.Contracts.Flags;

/// <summary>Not part of the published description: a flag that applications ask for and that does not exist.</summary>
public sealed record UnknownFlagResponseData
{
    /// <summary>How many checks asked for it.</summary>
    public required long Count { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The keys of a company that one of the checks named; empty where it named none.</summary>
    public required IReadOnlyDictionary<string, string> ExampleCompany { get; init; }

    public required IReadOnlyDictionary<string, string> ExampleUser { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }
}
