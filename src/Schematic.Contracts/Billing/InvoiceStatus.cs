using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: draft, open, paid, uncollectible, void. <c>Unknown</c> is a value a newer server sent.</summary>
public enum InvoiceStatus
{
    Unknown = 0,

    [JsonStringEnumMemberName("draft")]
    Draft,

    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("paid")]
    Paid,

    [JsonStringEnumMemberName("uncollectible")]
    Uncollectible,

    [JsonStringEnumMemberName("void")]
    Void,
}
