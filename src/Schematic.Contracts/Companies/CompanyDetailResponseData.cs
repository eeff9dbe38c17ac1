using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Companies;

public sealed record CompanyDetailResponseData
{
    public required IReadOnlyList<CompanyPlanWithBillingSubView> AddOns { get; init; }

    public IReadOnlyDictionary<string, double>? BillingCreditBalances { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingSubscriptionView? BillingSubscription { get; init; }

    public required IReadOnlyList<BillingSubscriptionView> BillingSubscriptions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<CustomPlanBillingResponseData> CustomPlanBillings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PaymentMethodResponseData? DefaultPaymentMethod { get; init; }

    public required IReadOnlyList<FeatureEntitlement> Entitlements { get; init; }

    public required IReadOnlyList<EntityTraitDetailResponseData> EntityTraits { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public required IReadOnlyList<EntityKeyDetailResponseData> Keys { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public string? LogoUrl { get; init; }

    public required IReadOnlyList<CompanyEventPeriodMetricsResponseData> Metrics { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<PaymentMethodResponseData> PaymentMethods { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyPlanWithBillingSubView? Plan { get; init; }

    public required IReadOnlyList<GenericPreviewObject> Plans { get; init; }

    public required IReadOnlyList<Rule> Rules { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScheduledDowngradeResponseData? ScheduledDowngrade { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required long UserCount { get; init; }
}
