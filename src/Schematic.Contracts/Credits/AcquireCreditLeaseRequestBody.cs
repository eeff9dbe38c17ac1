using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Credits to reserve for a task.</summary>
public sealed record AcquireCreditLeaseRequestBody
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditTypeId { get; init; }

    /// <summary>Time at which an unreleased lease ends, in the future; null for five minutes from now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Credits to reserve, more than 0; fewer are reserved if fewer can be drawn.</summary>
    public required double RequestedAmount { get; init; }
}
