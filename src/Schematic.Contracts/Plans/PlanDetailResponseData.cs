using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Contracts.Plans;

/// <summary>A plan or add-on with its versions, features, prices and credits.</summary>
public sealed record PlanDetailResponseData
{
    /// <summary>The published version; left out until there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanVersionResponseData? ActiveVersion { get; init; }

    /// <summary>Deprecated, always null.</summary>
    public string? AudienceType { get; init; }

    /// <summary>Resource of the billing provider that the plan is linked to; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingLinkedResourceResponseData? BillingLinkedResource { get; init; }

    /// <summary>Product that sells the plan at the billing provider; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductDetailResponseData? BillingProduct { get; init; }

    /// <summary>System that runs the billing.</summary>
    public required BillingStrategy BillingStrategy { get; init; }

    /// <summary>Catalogs in which the plan is offered; left out if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PlanCatalogMembershipResponseData>? Catalogs { get; init; }

    /// <summary>Way in which the plan is charged for.</summary>
    public required ChargeType ChargeType { get; init; }

    /// <summary>Number of companies in the environment that have the plan, in any version.</summary>
    public required long CompanyCount { get; init; }

    /// <summary>Id of the only company that may have this custom plan, <c>comp_…</c>; null if all may.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Address of that company's logo; null if all companies may have the plan or it has no logo.</summary>
    public string? CompanyLogoUrl { get; init; }

    /// <summary>Name of that company; null if all companies may have the plan.</summary>
    public string? CompanyName { get; init; }

    /// <summary>System in which the plan is edited.</summary>
    public required BillingProviderType ControlledBy { get; init; }

    /// <summary>Id of the plan from which this one was copied, <c>plan_…</c>; null if it is no copy.</summary>
    public string? CopiedFromPlanId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Credit types that the plan grants or its entitlements draw.</summary>
    public required IReadOnlyList<BillingCreditResponseData> Credits { get; init; }

    /// <summary>Prices of the plan, by currency.</summary>
    public required IReadOnlyList<PlanCurrencyPricesResponseData> CurrencyPrices { get; init; }

    /// <summary>Free text about the plan.</summary>
    public required string Description { get; init; }

    /// <summary>The version being edited; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanVersionResponseData? DraftVersion { get; init; }

    /// <summary>Entitlements of the version shown; null if they were not asked for.</summary>
    public IReadOnlyList<PlanEntitlementResponseData>? Entitlements { get; init; }

    /// <summary>Features that the version shown includes.</summary>
    public required IReadOnlyList<FeatureInPlanResponseData> Features { get; init; }

    /// <summary>Color of the plan's icon.</summary>
    public required PlanIcon Icon { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Credits that the version shown includes; left out if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BillingPlanCreditGrantResponseData>? IncludedCreditGrants { get; init; }

    /// <summary>Deprecated, for it is a role of the environment: true if new companies get the plan.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Deprecated: see <c>charge_type</c>.</summary>
    public bool? IsFree { get; init; }

    /// <summary>True if companies may try the plan before they pay.</summary>
    public required bool IsTrialable { get; init; }

    /// <summary>Price if billed by the month; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? MonthlyPrice { get; init; }

    /// <summary>Display name of the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Price if paid once; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? OneTimePrice { get; init; }

    /// <summary>Plan or add-on.</summary>
    public required PlanType PlanType { get; init; }

    /// <summary>Price if billed by the quarter; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? QuarterlyPrice { get; init; }

    /// <summary>Length of a trial in days; null if the plan cannot be tried.</summary>
    public long? TrialDays { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>All versions of the plan in the environment, newest first.</summary>
    public required IReadOnlyList<PlanVersionResponseData> Versions { get; init; }

    /// <summary>Price if billed by the year; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? YearlyPrice { get; init; }
}
