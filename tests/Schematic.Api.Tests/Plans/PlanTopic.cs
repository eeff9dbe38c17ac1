using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Plans;
using Schematic.Api.Tests.Events;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans;

/// <summary>Plans, what they give, and companies that have them.</summary>
public abstract class PlanTopic(ApiFixture api) : EventTopic(api)
{
    private protected IPlanBenefits Benefits => Server.Services.GetRequiredService<IPlanBenefits>();

    protected async Task<PlanDetailResponseData> NewPlanAsync(PlanType type = PlanType.Plan) =>
        (
            await Production.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = Unique("plan"), PlanType = type },
                Cancellation
            )
        ).Data;

    protected async Task<PlanDetailResponseData> PlanAsync(string id) =>
        (await Production.Plans.GetAsync(id, new PlanQuery(), Cancellation)).Data;

    /// <summary>Publishes the draft of a plan.</summary>
    protected async Task<PlanDetailResponseData> PublishAsync(
        string planId,
        PlanVersionMigrationStrategy strategy = PlanVersionMigrationStrategy.Leave,
        params string[] excluded
    )
    {
        var draft = (await PlanAsync(planId)).DraftVersion!;
        await Production.Plans.PublishVersionAsync(
            draft.Id,
            new PublishPlanVersionRequestBody { MigrationStrategy = strategy, ExcludedCompanyIds = excluded },
            Cancellation
        );
        return await PlanAsync(planId);
    }

    /// <param name="subtype">The event that uses it; null makes a boolean feature.</param>
    protected async Task<FeatureDetailResponseData> NewFeatureAsync(string? subtype = null)
    {
        var key = Unique("feature");
        return (
            await Production.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = key,
                    Description = "",
                    FeatureType = subtype is null ? FeatureType.Boolean : FeatureType.Event,
                    EventSubtype = subtype,
                    Flag = new CreateOrUpdateFlagRequestBody
                    {
                        Key = key,
                        Name = key,
                        Description = "",
                        FlagType = FlagType.Boolean,
                        DefaultValue = false,
                    },
                },
                Cancellation
            )
        ).Data;
    }

    protected async Task<PlanEntitlementResponseData> EntitleAsync(
        string planId,
        FeatureDetailResponseData feature,
        long? limit = null
    ) =>
        (
            await Production.Entitlements.CreatePlanEntitlementAsync(Entitlement(planId, feature, limit), Cancellation)
        ).Data;

    /// <param name="limit">Null gives a boolean feature, and an event without limit.</param>
    protected static CreatePlanEntitlementRequestBody Entitlement(
        string planId,
        FeatureDetailResponseData feature,
        long? limit = null
    ) =>
        new()
        {
            PlanId = planId,
            FeatureId = feature.Id,
            ValueType =
                feature.FeatureType == FeatureType.Boolean ? EntitlementValueType.Boolean
                : limit is null ? EntitlementValueType.Unlimited
                : EntitlementValueType.Numeric,
            ValueBool = feature.FeatureType == FeatureType.Boolean ? true : null,
            ValueNumeric = limit,
        };

    protected async Task<CompanyDetailResponseData> NewCompanyAsync(string domain) =>
        (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;

    protected async Task<CompanyDetailResponseData> AssignAsync(
        string companyId,
        string? planId,
        params string[] addOns
    ) =>
        (
            await Production.Plans.UpdateCompanyPlansAsync(
                companyId,
                new UpdateCompanyPlansRequestBody { BasePlanId = planId, AddOnIds = addOns },
                Cancellation
            )
        ).Data;

    protected async Task<CheckFlagResponseData> CheckAsync(FeatureDetailResponseData feature, string domain) =>
        (
            await Production.Flags.CheckAsync(
                feature.Flags[0].Key,
                new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;

    /// <summary>A plan that gives each feature this much, published.</summary>
    protected async Task<PlanDetailResponseData> SoldPlanAsync(
        PlanType type,
        params (FeatureDetailResponseData Feature, long? Limit)[] gives
    )
    {
        var plan = await NewPlanAsync(type);
        foreach (var (feature, limit) in gives)
            await EntitleAsync(plan.Id, feature, limit);
        return await PublishAsync(plan.Id);
    }

    protected static CreateCompanyOverrideRequestBody OverrideBody(
        CompanyDetailResponseData company,
        FeatureDetailResponseData feature,
        long? limit = null
    ) =>
        new()
        {
            CompanyId = company.Id,
            FeatureId = feature.Id,
            ValueType = limit is null ? EntitlementValueType.Boolean : EntitlementValueType.Numeric,
            ValueBool = limit is null ? true : null,
            ValueNumeric = limit,
        };

    protected async Task<CompanyOverrideResponseData> OverrideAsync(
        CompanyDetailResponseData company,
        FeatureDetailResponseData feature,
        long? limit = null
    ) => (await Production.Entitlements.CreateOverrideAsync(OverrideBody(company, feature, limit), Cancellation)).Data;

    /// <param name="says">What the sentence of the refusal contains.</param>
    protected static async Task RefusedAsync(HttpStatusCode status, string says, Func<Task> request) =>
        Assert.Contains(says, await RefusedAsync(status, request), StringComparison.Ordinal);
}
