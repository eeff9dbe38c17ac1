using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Unit of the amount of an automatic top-up.</summary>
public enum CreditAutoTopupAmountType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Credits of the topped-up type.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,
}
