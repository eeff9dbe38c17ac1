using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Companies;

/// <summary>What becomes of a company's subscription when the company is deleted; without billing, nothing.</summary>
public sealed record DeleteCompanyQuery : IQuery
{
    public bool? CancelSubscription { get; init; }

    public bool? Prorate { get; init; }
}
