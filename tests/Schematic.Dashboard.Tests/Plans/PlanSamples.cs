using Schematic.Contracts.Billing;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Entitlements;

namespace Schematic.Dashboard.Tests.Plans;

/// <summary>Plans as the API answers them.</summary>
internal static class PlanSamples
{
    private static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static PlanVersionResponseData Version(
        long number,
        PlanVersionStatus status = PlanVersionStatus.Published,
        string name = "Pro"
    ) =>
        new()
        {
            Id = $"plvr_{number}",
            EnvironmentId = "env_production",
            OriginalPlanId = "plan_pro",
            PlanType = PlanType.Plan,
            Version = number,
            Status = status,
            Name = name,
            Description = "",
            Icon = PlanIcon.Blue,
            CreatedAt = Long,
            UpdatedAt = Long.AddDays(number),
        };

    /// <summary>A plan with its versions, newest first; without any, with version 1 published.</summary>
    public static PlanDetailResponseData Plan(
        string id = "plan_pro",
        string name = "Pro",
        params PlanVersionResponseData[] versions
    )
    {
        PlanVersionResponseData[] all = versions.Length == 0 ? [Version(1, name: name)] : versions;
        return new()
        {
            Id = id,
            Name = name,
            Description = "",
            Icon = PlanIcon.Blue,
            PlanType = PlanType.Plan,
            Versions = all,
            ActiveVersion = Array.Find(all, static version => version.Status == PlanVersionStatus.Published),
            DraftVersion = Array.Find(all, static version => version.Status == PlanVersionStatus.Draft),
            Entitlements = [],
            Features = [],
            CompanyCount = 0,
            BillingStrategy = BillingStrategy.NoBilling,
            ChargeType = ChargeType.Free,
            ControlledBy = BillingProviderType.Schematic,
            Credits = [],
            CurrencyPrices = [],
            IsDefault = false,
            IsTrialable = false,
            CreatedAt = Long,
            UpdatedAt = Long,
        };
    }

    /// <summary>A limit of calls a month.</summary>
    public static PlanEntitlementResponseData Calls(long limit, string id = "pltl_calls") =>
        EntitlementSamples.Entitlement(type: EntitlementValueType.Numeric, id: id) with
        {
            ValueNumeric = limit,
            MetricPeriod = Schematic.Contracts.Events.MetricPeriod.CurrentMonth,
        };

    public static CompanyDetailResponseData CompanyOn(string planId, string versionId) =>
        CompanySamples.Company() with
        {
            Plan = new()
            {
                Id = planId,
                Name = "Pro",
                PlanVersionId = versionId,
                IncludedCreditGrants = [],
                AddedOn = Long,
            },
        };

    public static PlanVersionMigrationResponseData Migration(
        PlanVersionMigrationStatus status,
        long total = 10,
        long completed = 0,
        long failed = 0
    ) =>
        new()
        {
            Id = "migr_1",
            PlanId = "plan_pro",
            PlanVersionIdTo = "plvr_2",
            PlanVersionIdsFrom = ["plvr_1"],
            PlanVersionIdFrom = "plvr_1",
            Strategy = PlanVersionMigrationStrategy.Immediate,
            Status = status,
            TotalCompanies = total,
            CompletedCompanies = completed,
            FailedCompanies = failed,
            SkippedCompanies = 0,
            CreatedAt = Long,
            UpdatedAt = Long,
        };
}
