using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Cause of the removal of what is left of a grant.</summary>
public sealed record ZeroOutGrantRequestBody
{
    /// <summary>Cause that the ledger keeps; null for <c>manual</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditGrantZeroedOutReason? Reason { get; init; }
}
