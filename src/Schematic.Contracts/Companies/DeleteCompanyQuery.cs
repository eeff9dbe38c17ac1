using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Companies;

/// <summary>Treatment of the subscription of a company that is deleted; without billing it has no effect.</summary>
public sealed record DeleteCompanyQuery : IQuery
{
    /// <summary>True cancels the company's subscription; null leaves it running.</summary>
    public bool? CancelSubscription { get; init; }

    /// <summary>True refunds the unused part of the period if the subscription is canceled.</summary>
    public bool? Prorate { get; init; }
}
