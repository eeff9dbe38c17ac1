using Schematic.Api.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>A grant of a plan with what an answer says of it.</summary>
internal sealed class PlanGrantDetail
{
    public required PlanCreditGrantRow Row { get; init; }

    public required PlanRow Plan { get; init; }

    public required PlanVersionRow Version { get; init; }

    /// <summary>It may be deleted.</summary>
    public required CreditTypeRow Credit { get; init; }
}
