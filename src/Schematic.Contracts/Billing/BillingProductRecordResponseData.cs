namespace Schematic.Contracts.Billing;

/// <summary>A product of a billing provider.</summary>
public sealed record BillingProductRecordResponseData
{
    /// <summary>Id of the account it belongs to, <c>acct_…</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the product at the billing provider.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Id of the product.</summary>
    public required string Id { get; init; }

    /// <summary>True if the product can still be sold.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Display name of the product.</summary>
    public required string Name { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
