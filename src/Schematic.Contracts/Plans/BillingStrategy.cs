using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>System that runs the billing of a plan.</summary>
public enum BillingStrategy
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The plan is not billed.</summary>
    [JsonStringEnumMemberName("no_billing")]
    NoBilling,

    /// <summary>Subscriptions are kept at the billing provider.</summary>
    [JsonStringEnumMemberName("provider_managed")]
    ProviderManaged,

    /// <summary>Subscriptions are kept by this server.</summary>
    [JsonStringEnumMemberName("schematic_managed")]
    SchematicManaged,
}
