using System.Text.Json.Serialization;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Credits;

public sealed record CompanyPlanCreditGrantView
{
    public long? BillingCreditAutoTopupAmount { get; init; }

    public string? BillingCreditAutoTopupAmountType { get; init; }

    public BillingCreditAutoTopupAvailability? BillingCreditAutoTopupAvailability { get; init; }

    public required bool BillingCreditAutoTopupEnabled { get; init; }

    public BillingCreditExpiryType? BillingCreditAutoTopupExpiryType { get; init; }

    public BillingCreditExpiryUnit? BillingCreditAutoTopupExpiryUnit { get; init; }

    public long? BillingCreditAutoTopupExpiryUnitCount { get; init; }

    public required bool BillingCreditAutoTopupSelfService { get; init; }

    public long? BillingCreditAutoTopupThresholdCredits { get; init; }

    public long? BillingCreditAutoTopupThresholdPercent { get; init; }

    public required bool BillingCreditCanBuyBundles { get; init; }

    public long? CompanyAutoTopupAmount { get; init; }

    public bool? CompanyAutoTopupEnabled { get; init; }

    public long? CompanyAutoTopupThresholdCredits { get; init; }

    public required long CompanyCreditAmount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditView? Credit { get; init; }

    public required long CreditAmount { get; init; }

    public required string CreditDescription { get; init; }

    public string? CreditIcon { get; init; }

    public required string CreditId { get; init; }

    public required string CreditName { get; init; }

    public BillingCreditExpiryType? ExpiryType { get; init; }

    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    public long? ExpiryUnitCount { get; init; }

    public required string Id { get; init; }

    public string? LicenseId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GenericPreviewObject? Plan { get; init; }

    public required string PlanId { get; init; }

    public string? PlanVersionId { get; init; }

    public string? PluralName { get; init; }

    public BillingPlanCreditGrantResetCadence? ResetCadence { get; init; }

    public BillingPlanCreditGrantResetStart? ResetStart { get; init; }

    public required BillingPlanCreditGrantResetType ResetType { get; init; }

    public required long RolloverPercentage { get; init; }

    public required PlanCreditGrantScaling Scaling { get; init; }

    public string? SingularName { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
