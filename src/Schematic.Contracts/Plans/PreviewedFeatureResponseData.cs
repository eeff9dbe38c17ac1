using System.Text.Json.Serialization;
using Schematic.Contracts.Entitlements;

namespace Schematic.Contracts.Plans;

/// <summary>A company's use of one feature before and after a change. An addition of this server.</summary>
public sealed record PreviewedFeatureResponseData
{
    /// <summary>The feature after the change; left out if nothing gives it then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureUsageResponseData? After { get; init; }

    /// <summary>The feature as it is now; left out if nothing gives it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureUsageResponseData? Before { get; init; }

    /// <summary>Difference that the change makes to the company.</summary>
    public required EntitlementChange Change { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>
    /// True if what is used already reaches the limit after the change, so that another use is denied.
    /// </summary>
    public required bool IsExceeded { get; init; }

    /// <summary>Display name of the feature.</summary>
    public required string Name { get; init; }
}
