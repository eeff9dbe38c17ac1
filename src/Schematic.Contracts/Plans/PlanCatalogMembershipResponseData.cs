namespace Schematic.Contracts.Plans;

/// <summary>A catalog in which a plan is offered.</summary>
public sealed record PlanCatalogMembershipResponseData
{
    /// <summary>Id of the catalog; its plans are offered together.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the catalog.</summary>
    public required string Name { get; init; }
}
