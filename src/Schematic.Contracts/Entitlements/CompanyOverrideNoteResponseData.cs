namespace Schematic.Contracts.Entitlements;

/// <summary>A note that a person left on a company override.</summary>
public sealed record CompanyOverrideNoteResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the author.</summary>
    public required string ExternalUserId { get; init; }

    /// <summary>Name of the author.</summary>
    public required string ExternalUserName { get; init; }

    /// <summary>Id of the note.</summary>
    public required string Id { get; init; }

    /// <summary>Text of the note.</summary>
    public required string Note { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
