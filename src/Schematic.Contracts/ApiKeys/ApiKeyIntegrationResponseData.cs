namespace Schematic.Contracts.ApiKeys;

public sealed record ApiKeyIntegrationResponseData
{
    public required string Id { get; init; }

    public required IntegrationState State { get; init; }

    public required IntegrationType Type { get; init; }
}
