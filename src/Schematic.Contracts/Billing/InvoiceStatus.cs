using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>State of an invoice.</summary>
public enum InvoiceStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Not final yet; may still change.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>Final, and waiting for payment.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Paid in full.</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,

    /// <summary>Given up; payment is not expected.</summary>
    [JsonStringEnumMemberName("uncollectible")]
    Uncollectible,

    /// <summary>Canceled; treated as if it had never been issued.</summary>
    [JsonStringEnumMemberName("void")]
    Void,
}
