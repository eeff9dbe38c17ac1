namespace Schematic.Contracts.Billing;

public sealed record BillingProductRecordResponseData
{
    public required string AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public required string ExternalId { get; init; }

    public required string Id { get; init; }

    public required bool IsActive { get; init; }

    public required string Name { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
