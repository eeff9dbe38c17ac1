using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Billing of the rest of a period in which a company is moved to another version.</summary>
public enum MigrationProrationBehavior
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The difference in price is invoiced at once.</summary>
    [JsonStringEnumMemberName("always_invoice")]
    AlwaysInvoice,

    /// <summary>The difference in price is added to the next invoice.</summary>
    [JsonStringEnumMemberName("create_prorations")]
    CreateProrations,

    /// <summary>The new price holds from the next period on.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
