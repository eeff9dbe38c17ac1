namespace Schematic.Api.Entitlements.Terms;

/// <summary>Origin of an entitlement, in the order that decides between equally generous ones.</summary>
internal enum EntitlementSource
{
    /// <summary>An override for one company.</summary>
    Override,

    /// <summary>The company's plan.</summary>
    Plan,

    /// <summary>An add-on of the company.</summary>
    AddOn,
}
