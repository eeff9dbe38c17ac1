using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Credits to give to a company.</summary>
public sealed record CreateCompanyCreditGrant
{
    /// <summary>Number of billing periods after which they expire, 1 or more; null unless counted so.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BillingPeriodsCount { get; init; }

    /// <summary>
    /// Id of the bundle that was sold, <c>bcbn_…</c>; null if none was. An addition to the published API.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CreditBundleId { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>ISO 4217 code of the price; null if they were not bought.</summary>
    [StringLength(3)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>Time of expiry, in the future; null to follow <c>expiry_type</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Moment at which they expire; null for the credit type's default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryType? ExpiryType { get; init; }

    /// <summary>Unit of <c>expiry_unit_count</c>; null for days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    /// <summary>Lifetime in that unit, 1 or more; null unless it is a duration.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ExpiryUnitCount { get; init; }

    /// <summary>
    /// Why the credits are given, in at most 1,024 characters; null or blank for no note. An addition to the
    /// published API.
    /// </summary>
    [StringLength(1024)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Credits to give, 1 or more.</summary>
    [Range(1, long.MaxValue)]
    public required long Quantity { get; init; }

    /// <summary>Origin of the credits.</summary>
    public required BillingCreditGrantReason Reason { get; init; }

    /// <summary>True grants the same again each month; null for no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RenewalEnabled { get; init; }

    /// <summary>Day from which these months are counted; null for the billing period.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPlanCreditGrantResetStart? RenewalPeriod { get; init; }
}
