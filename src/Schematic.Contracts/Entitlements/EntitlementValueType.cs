using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Wire values: boolean, credit, numeric, trait, unknown, unlimited. <c>Unknown</c> is a value a newer server sent.</summary>
public enum EntitlementValueType
{
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    [JsonStringEnumMemberName("boolean")]
    Boolean,

    [JsonStringEnumMemberName("credit")]
    Credit,

    [JsonStringEnumMemberName("numeric")]
    Numeric,

    [JsonStringEnumMemberName("trait")]
    Trait,

    [JsonStringEnumMemberName("unlimited")]
    Unlimited,
}
