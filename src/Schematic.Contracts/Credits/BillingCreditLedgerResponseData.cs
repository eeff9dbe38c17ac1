namespace Schematic.Contracts.Credits;

/// <summary>The credit type in a row of the ledger.</summary>
public sealed record BillingCreditLedgerResponseData
{
    /// <summary>Free text about the credit; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? Icon { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string Name { get; init; }

    /// <summary>Name of several credits, such as "tokens"; null if none was given.</summary>
    public string? PluralName { get; init; }

    /// <summary>Name of one credit, such as "token"; null if none was given.</summary>
    public string? SingularName { get; init; }
}
