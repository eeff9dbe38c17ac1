namespace Schematic.Contracts.Billing;

public sealed record BillingLinkedResourceResponseData
{
    public required BillingProviderType BillingProvider { get; init; }

    public required string ExternalResourceId { get; init; }

    public required BillingProviderType Originator { get; init; }
}
