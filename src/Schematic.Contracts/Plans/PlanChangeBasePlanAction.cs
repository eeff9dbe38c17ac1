using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Rule by which a company got its plan without being given it.</summary>
public enum PlanChangeBasePlanAction
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>It had no plan left and got the fallback plan.</summary>
    [JsonStringEnumMemberName("fallback")]
    Fallback,

    /// <summary>It was created and got the initial plan.</summary>
    [JsonStringEnumMemberName("initial")]
    Initial,

    /// <summary>It began or ceased to match the audience of a plan.</summary>
    [JsonStringEnumMemberName("trait")]
    Trait,

    /// <summary>Its trial ended and it got the trial-expiry plan.</summary>
    [JsonStringEnumMemberName("trial_expiry")]
    TrialExpiry,
}
