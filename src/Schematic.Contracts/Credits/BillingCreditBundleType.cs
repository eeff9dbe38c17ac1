using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Way in which the size of a credit bundle is set.</summary>
public enum BillingCreditBundleType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The bundle has one size, which the buyer cannot change.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,
}
