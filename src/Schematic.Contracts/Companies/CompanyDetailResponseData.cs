using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Companies;

/// <summary>A company with its keys, traits, plans, entitlements, usage and billing.</summary>
public sealed record CompanyDetailResponseData
{
    /// <summary>Add-ons that the company has, beside its plan.</summary>
    public required IReadOnlyList<CompanyPlanWithBillingSubView> AddOns { get; init; }

    /// <summary>Credits left, by id of the credit type.</summary>
    public IReadOnlyDictionary<string, double>? BillingCreditBalances { get; init; }

    /// <summary>The company's current subscription; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingSubscriptionView? BillingSubscription { get; init; }

    /// <summary>All subscriptions of the company at its billing providers.</summary>
    public required IReadOnlyList<BillingSubscriptionView> BillingSubscriptions { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Billing of plans that were made for this company or assigned to it by invoice.</summary>
    public required IReadOnlyList<CustomPlanBillingResponseData> CustomPlanBillings { get; init; }

    /// <summary>Payment method that is charged unless another is chosen; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PaymentMethodResponseData? DefaultPaymentMethod { get; init; }

    /// <summary>Features that the company may use, and how much of each.</summary>
    public required IReadOnlyList<FeatureEntitlement> Entitlements { get; init; }

    /// <summary>Traits of the company with their definitions.</summary>
    public required IReadOnlyList<EntityTraitDetailResponseData> EntityTraits { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Keys that find the company; it always has at least one.</summary>
    public required IReadOnlyList<EntityKeyDetailResponseData> Keys { get; init; }

    /// <summary>Time when last seen, by an event or an upsert, in UTC; null if never.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Address of the company's logo; null if it has none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Usage of the company, by event and period.</summary>
    public required IReadOnlyList<CompanyEventPeriodMetricsResponseData> Metrics { get; init; }

    /// <summary>Name of the company; its first key value unless one was given.</summary>
    public required string Name { get; init; }

    /// <summary>All payment methods of the company.</summary>
    public required IReadOnlyList<PaymentMethodResponseData> PaymentMethods { get; init; }

    /// <summary>The company's plan; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyPlanWithBillingSubView? Plan { get; init; }

    /// <summary>The plan and the add-ons of the company, summarized.</summary>
    public required IReadOnlyList<GenericPreviewObject> Plans { get; init; }

    /// <summary>Flag rules that come from the company's entitlements and overrides.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Downgrade that takes effect later; left out if none is scheduled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScheduledDowngradeResponseData? ScheduledDowngrade { get; init; }

    /// <summary>Traits by name, nested as they were sent, each in the JSON type of its definition.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Number of users that belong to the company.</summary>
    public required long UserCount { get; init; }
}
