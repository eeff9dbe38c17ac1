namespace Schematic.Contracts.ApiKeys;

/// <summary>Integration for which an API key was made.</summary>
public sealed record ApiKeyIntegrationResponseData
{
    /// <summary>Id of the integration.</summary>
    public required string Id { get; init; }

    /// <summary>Progress of the integration's set-up.</summary>
    public required IntegrationState State { get; init; }

    /// <summary>Product that is integrated.</summary>
    public required IntegrationType Type { get; init; }
}
