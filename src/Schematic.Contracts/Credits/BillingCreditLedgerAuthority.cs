using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>System whose ledger decides a credit balance.</summary>
public enum BillingCreditLedgerAuthority
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>This system keeps the ledger.</summary>
    [JsonStringEnumMemberName("schematic_authoritative")]
    SchematicAuthoritative,

    /// <summary>An external system keeps the ledger; this one copies it.</summary>
    [JsonStringEnumMemberName("external_mirror")]
    ExternalMirror,

    /// <summary>An external system prices usage; this one reports it there.</summary>
    [JsonStringEnumMemberName("external_rated")]
    ExternalRated,
}
