using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: schematic_authoritative, external_mirror, external_rated. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditLedgerAuthority
{
    Unknown = 0,

    [JsonStringEnumMemberName("schematic_authoritative")]
    SchematicAuthoritative,

    [JsonStringEnumMemberName("external_mirror")]
    ExternalMirror,

    [JsonStringEnumMemberName("external_rated")]
    ExternalRated,
}
