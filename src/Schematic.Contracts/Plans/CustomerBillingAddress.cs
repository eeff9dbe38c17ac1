using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Plans;

/// <summary>Address that invoices show. Parts that it lacks are empty.</summary>
public sealed record CustomerBillingAddress
{
    /// <summary>Name of the town, at most 255 characters.</summary>
    [StringLength(255)]
    public required string City { get; init; }

    /// <summary>ISO 3166-1 code of two letters, such as <c>DE</c>.</summary>
    [StringLength(255)]
    public required string Country { get; init; }

    /// <summary>Street and number, at most 255 characters.</summary>
    [StringLength(255)]
    public required string Line1 { get; init; }

    /// <summary>Second line, such as a floor, at most 255 characters.</summary>
    [StringLength(255)]
    public required string Line2 { get; init; }

    /// <summary>Postal or ZIP code, at most 255 characters.</summary>
    [StringLength(255)]
    public required string PostalCode { get; init; }

    /// <summary>State, county or province, at most 255 characters.</summary>
    [StringLength(255)]
    public required string State { get; init; }
}
