using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>Benefits of plans beside features, registered by the slice that gives them: plans do not know it.</summary>
internal interface IPlanBenefits
{
    /// <summary>Credits that versions include, by the seq of the version, oldest first.</summary>
    Task<ILookup<int, BillingPlanCreditGrantResponseData>> IncludedAsync(
        SchematicDb db,
        IReadOnlyCollection<int> versionSeqs,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Gives companies what their plans give now, and takes what they have lost, in the transaction that changed the
    /// plans: a number of statements that does not depend on the number of companies.
    /// </summary>
    /// <param name="companySeqs">Companies that are locked; their plans are stored.</param>
    /// <param name="planSeqs">The plans that any of them got, left or changed the version of.</param>
    Task FollowAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        IReadOnlyCollection<int> planSeqs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
