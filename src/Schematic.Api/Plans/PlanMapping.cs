using System.Globalization;
using Schematic.Api.Features;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

internal static class PlanMapping
{
    /// <summary>
    /// Names the state of a plan in one environment: what all environments share, and its draft there.
    /// </summary>
    public static string ETag(this PlanDetail detail) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"{detail.Plan.Revision}-{detail.Versions.Sum(static one => one.Revision)}-{Changed(detail):x}\""
        );

    // A draft that took the place of a deleted one may have been changed as often.
    private static long Changed(PlanDetail detail) =>
        detail.Versions.Count == 0 ? 0 : detail.Versions.Max(static one => one.UpdatedAt).UtcTicks;

    public static PlanResponseData ToContract(this PlanRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            Icon = row.Icon,
            PlanType = row.PlanType,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    public static PlanVersionResponseData ToContract(this PlanVersionRow row, PlanRow plan, string environmentId) =>
        new()
        {
            Id = row.Id,
            EnvironmentId = environmentId,
            OriginalPlanId = plan.Id,
            PlanType = plan.PlanType,
            Version = row.Version,
            Status = row.Status,
            Name = row.Name,
            Description = row.Description,
            Icon = row.Icon,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    /// <summary>Nothing here charges money: members of billing are present and empty, or left out.</summary>
    /// <param name="withEntitlements">Whether what the shown version gives is part of the answer.</param>
    public static PlanDetailResponseData ToContract(
        this PlanDetail detail,
        string environmentId,
        bool withEntitlements
    ) =>
        new()
        {
            Id = detail.Plan.Id,
            Name = detail.Plan.Name,
            Description = detail.Plan.Description,
            Icon = detail.Plan.Icon,
            PlanType = detail.Plan.PlanType,
            ActiveVersion = detail.Published?.ToContract(detail.Plan, environmentId),
            DraftVersion = detail.Draft?.ToContract(detail.Plan, environmentId),
            Versions = [.. detail.Versions.Select(version => version.ToContract(detail.Plan, environmentId))],
            Entitlements = withEntitlements
                ? [.. detail.Entitlements.Select(entitlement => entitlement.ToContract(environmentId))]
                : null,
            Features = [.. detail.Entitlements.Select(ToFeature)],
            IncludedCreditGrants = detail.Credits,
            CompanyCount = detail.Companies,
            BillingStrategy = BillingStrategy.NoBilling,
            ChargeType = ChargeType.Free,
            ControlledBy = BillingProviderType.Schematic,
            Credits = [],
            CurrencyPrices = [],
            IsDefault = false,
            IsFree = true,
            IsTrialable = false,
            CreatedAt = detail.Plan.CreatedAt,
            UpdatedAt = detail.Plan.UpdatedAt,
        };

    private static FeatureInPlanResponseData ToFeature(PlanEntitlementDetail entitlement) =>
        entitlement.Feature.ToPlanContract(entitlement.Flag, [entitlement.Plan.ToPreview()]);

    private static PreviewObject ToPreview(this PlanRow plan) => new() { Id = plan.Id, Name = plan.Name };
}
