using Schematic.Contracts.Billing;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Tests.Entitlements;

/// <summary>Plans with versions, and companies on them, as the API answers them.</summary>
internal static class PlanSamples
{
    private static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="published">
    /// Number of the published version, after as many archived ones; 0 for a draft alone.
    /// </param>
    public static PlanDetailResponseData Plan(string id, string name, int published, PlanType type = PlanType.Plan)
    {
        var versions = Enumerable
            .Range(1, Math.Max(1, published))
            .Reverse()
            .Select(number => Version(id, name, number, StatusOf(number, published)))
            .ToList();
        return new PlanDetailResponseData
        {
            Id = id,
            Name = name,
            PlanType = type,
            Description = "",
            Icon = PlanIcon.Blue,
            Versions = versions,
            ActiveVersion = published == 0 ? null : versions[0],
            DraftVersion = published == 0 ? versions[0] : null,
            BillingStrategy = BillingStrategy.NoBilling,
            ChargeType = ChargeType.None,
            ControlledBy = BillingProviderType.Schematic,
            CompanyCount = 3,
            Credits = [],
            CurrencyPrices = [],
            Features = [],
            IsDefault = false,
            IsTrialable = false,
            CreatedAt = Long,
            UpdatedAt = Long,
        };
    }

    /// <summary>The company on a version of a plan.</summary>
    public static CompanyDetailResponseData On(
        CompanyDetailResponseData company,
        PlanDetailResponseData plan,
        int version
    )
    {
        var held = new CompanyPlanWithBillingSubView
        {
            Id = plan.Id,
            Name = plan.Name,
            PlanVersionId = $"plvr_{plan.Id}_{version}",
            IncludedCreditGrants = [],
        };
        var added = company with
        {
            Plans = [.. company.Plans, new GenericPreviewObject { Id = plan.Id, Name = plan.Name }],
        };
        return plan.PlanType == PlanType.AddOn
            ? added with
            {
                AddOns = [.. company.AddOns, held],
            }
            : added with
            {
                Plan = held,
            };
    }

    private static PlanVersionStatus StatusOf(int number, int published) =>
        published == 0 ? PlanVersionStatus.Draft
        : number == published ? PlanVersionStatus.Published
        : PlanVersionStatus.Archived;

    private static PlanVersionResponseData Version(string id, string name, int number, PlanVersionStatus status) =>
        new()
        {
            Id = $"plvr_{id}_{number}",
            Name = name,
            Version = number,
            Status = status,
            Description = "",
            EnvironmentId = "env_production",
            Icon = PlanIcon.Blue,
            PlanType = PlanType.Plan,
            CreatedAt = Long,
            UpdatedAt = Long,
        };
}
