namespace Schematic.Contracts.ApiKeys;

/// <summary>An integration with another product.</summary>
public sealed record IntegrationResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the integration itself, not of its key.</summary>
    public required string Id { get; init; }

    /// <summary>Progress of the integration's set-up.</summary>
    public required IntegrationState State { get; init; }

    /// <summary>Product that is integrated.</summary>
    public required IntegrationType Type { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
