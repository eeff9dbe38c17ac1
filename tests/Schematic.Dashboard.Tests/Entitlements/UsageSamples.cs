using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Tests.Entitlements;

/// <summary>Usage of features by a company, and the entitlements behind it, as the API answers them.</summary>
internal static class UsageSamples
{
    private static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>API calls that the plan Pro limits.</summary>
    public static FeatureUsageResponseData Calls(long used, long? limit, string id = "pltl_1") =>
        Usage(
            "feat_calls",
            "API calls",
            limit is null ? EntitlementValueType.Unlimited : EntitlementValueType.Numeric
        ) with
        {
            EntitlementId = id,
            Access = limit is null || used < limit,
            Allocation = limit,
            Usage = used,
        };

    public static FeatureUsageResponseData Usage(
        string featureId,
        string name,
        EntitlementValueType type = EntitlementValueType.Boolean
    ) =>
        new()
        {
            Access = true,
            AllocationType = type,
            EntitlementId = $"pltl_{featureId}",
            EntitlementType = EntitlementType.PlanEntitlement,
            Feature = new FeatureInPlanResponseData
            {
                Id = featureId,
                Name = name,
                FeatureType = type == EntitlementValueType.Boolean ? FeatureType.Boolean : FeatureType.Event,
                SingularName = "API call",
                PluralName = "API calls",
                Description = "",
                Icon = "",
                Flags = [],
                Plans = [],
                CreatedAt = Long,
                UpdatedAt = Long,
            },
        };

    public static PlanResponseData Plan(string id = "plan_pro", string name = "Pro", PlanType type = PlanType.Plan) =>
        new()
        {
            Id = id,
            Name = name,
            PlanType = type,
            Description = "",
            Icon = PlanIcon.Blue,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    /// <summary>A numeric entitlement of a plan.</summary>
    public static EntitlementCandidateResponseData Given(
        long limit,
        EntitlementCandidateStatus status = EntitlementCandidateStatus.Applied,
        PlanResponseData? plan = null,
        string id = "pltl_1",
        long version = 2
    ) =>
        new()
        {
            EntitlementId = id,
            Status = status,
            PlanVersion = version,
            PlanEntitlement = EntitlementSamples.Entitlement(type: EntitlementValueType.Numeric, id: id) with
            {
                ValueNumeric = limit,
                Plan = plan ?? Plan(),
                PlanId = plan?.Id ?? "plan_pro",
            },
        };

    public static EntitlementCandidateResponseData Overridden(
        CompanyOverrideResponseData own,
        EntitlementCandidateStatus status = EntitlementCandidateStatus.Applied
    ) =>
        new()
        {
            EntitlementId = own.Id,
            Status = status,
            CompanyOverride = own,
        };

    /// <summary>An override of API calls.</summary>
    public static CompanyOverrideResponseData Override(long limit, DateTimeOffset? ends = null) =>
        EntitlementSamples.Override(type: EntitlementValueType.Numeric) with
        {
            ValueNumeric = limit,
            ExpirationDate = ends,
        };
}
