namespace Schematic.Contracts.Credits;

/// <summary>The company in a row of the ledger, or of the holders of a credit type.</summary>
public sealed record CompanyLedgerResponseData
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the company's logo; null if it has none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Display name of the company.</summary>
    public required string Name { get; init; }
}
