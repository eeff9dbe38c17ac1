namespace Schematic.Contracts.Billing;

/// <summary>A resource of a billing provider that a plan or feature stands for.</summary>
public sealed record BillingLinkedResourceResponseData
{
    /// <summary>Provider that holds the resource.</summary>
    public required BillingProviderType BillingProvider { get; init; }

    /// <summary>Id of the resource at the provider.</summary>
    public required string ExternalResourceId { get; init; }

    /// <summary>System in which the resource was made first.</summary>
    public required BillingProviderType Originator { get; init; }
}
