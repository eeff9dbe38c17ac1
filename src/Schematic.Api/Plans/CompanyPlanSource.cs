namespace Schematic.Api.Plans;

/// <summary>Reason for which a company has a plan. The numbers are stored.</summary>
internal enum CompanyPlanSource
{
    /// <summary>Somebody gave it: only somebody takes it away.</summary>
    Assigned = 0,

    /// <summary>The company matches the plan's audience, and loses the plan once it does not.</summary>
    Audience = 1,

    /// <summary>It is the plan of new companies.</summary>
    Initial = 2,

    /// <summary>It is the plan of companies that have no other left.</summary>
    Fallback = 3,
}
