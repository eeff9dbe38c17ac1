using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Gateway;

namespace Schematic.E2E.Accessibility;

/// <summary>
/// A plan with a replaced, a published and a draft version, an add-on, and a company that has both and overrides.
/// </summary>
internal sealed class FurnishedPlans(SchematicGateway gateway, CancellationToken cancellationToken)
{
    public const string PlanName = "Professional, with a name that does not fit everywhere";
    public const string AddOnName = "More API calls";

    public string PlanId { get; private set; } = "";

    public string AddOnId { get; private set; } = "";

    /// <param name="used">The feature that counts events.</param>
    /// <param name="switched">The one that is on or off.</param>
    /// <param name="others">More companies of the plan.</param>
    public async Task FurnishAsync(string companyId, string used, string switched, IReadOnlyList<string> others)
    {
        PlanId = await CreateAsync(PlanName, PlanType.Plan);
        var calls = await GiveAsync(PlanId, used, 500);
        await PublishAsync(PlanId);
        foreach (var company in others.Prepend(companyId))
            await AssignAsync(company, []);
        calls = await ChangeAsync(calls, 1_000);
        await PublishAsync(PlanId);
        await MoveAsync([companyId]);
        await SellAsync(calls);
        await GiveAsync(switched);
        AddOnId = await CreateAsync(AddOnName, PlanType.AddOn);
        await GiveAsync(AddOnId, used, 1_500);
        await PublishAsync(AddOnId);
        await AssignAsync(companyId, [AddOnId]);
        await OverrideAsync(companyId, switched, others[0], used);
    }

    private async Task<string> CreateAsync(string name, PlanType type)
    {
        var body = new CreatePlanRequestBody
        {
            Name = name,
            PlanType = type,
            Description = "For teams that grow.",
        };
        return (await gateway.Plans.CreateAsync(body, cancellationToken)).Data.Id;
    }

    private async Task<PlanEntitlementResponseData> GiveAsync(string planId, string featureId, long limit) =>
        (
            await gateway.Entitlements.CreatePlanEntitlementAsync(
                new CreatePlanEntitlementRequestBody
                {
                    PlanId = planId,
                    FeatureId = featureId,
                    ValueType = EntitlementValueType.Numeric,
                    ValueNumeric = limit,
                    MetricPeriod = MetricPeriod.CurrentMonth,
                },
                cancellationToken
            )
        ).Data;

    private async Task<PlanEntitlementResponseData> ChangeAsync(PlanEntitlementResponseData entitlement, long limit) =>
        (
            await gateway.Entitlements.UpdatePlanEntitlementAsync(
                entitlement.Id,
                new UpdatePlanEntitlementRequestBody { ValueType = entitlement.ValueType, ValueNumeric = limit },
                null,
                cancellationToken
            )
        ).Data;

    // In a draft, by tiers.
    private Task SellAsync(PlanEntitlementResponseData entitlement) =>
        gateway.Entitlements.UpdatePlanEntitlementAsync(
            entitlement.Id,
            new UpdatePlanEntitlementRequestBody
            {
                ValueType = EntitlementValueType.Unlimited,
                MetricPeriod = MetricPeriod.CurrentMonth,
                PriceBehavior = EntitlementPriceBehavior.Tier,
                TierMode = BillingTiersMode.Graduated,
                MonthlyPriceTiers = [new() { UpTo = 1_000, PerUnitPrice = 2 }, new() { PerUnitPrice = 1 }],
            },
            null,
            cancellationToken
        );

    private Task GiveAsync(string featureId) =>
        gateway.Entitlements.CreatePlanEntitlementAsync(
            new CreatePlanEntitlementRequestBody
            {
                PlanId = PlanId,
                FeatureId = featureId,
                ValueType = EntitlementValueType.Boolean,
                ValueBool = true,
            },
            cancellationToken
        );

    private async Task PublishAsync(string planId)
    {
        var plan = (await gateway.Plans.GetAsync(planId, new(), cancellationToken)).Data;
        await gateway.Plans.PublishVersionAsync(
            plan.DraftVersion!.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [],
            },
            cancellationToken
        );
    }

    private async Task MoveAsync(IReadOnlyList<string> companyIds)
    {
        var plan = (await gateway.Plans.GetAsync(PlanId, new(), cancellationToken)).Data;
        await gateway.PlanMigrations.CreateAsync(
            new CreateMigrationInput
            {
                PlanId = PlanId,
                PlanVersionIdTo = plan.ActiveVersion!.Id,
                TargetPlanType = PlanType.Plan,
                Strategy = PlanVersionMigrationStrategy.Immediate,
                CompanyIds = companyIds,
            },
            cancellationToken
        );
    }

    private Task AssignAsync(string companyId, IReadOnlyList<string> addOnIds) =>
        gateway.Plans.UpdateCompanyPlansAsync(
            companyId,
            new UpdateCompanyPlansRequestBody { BasePlanId = PlanId, AddOnIds = addOnIds },
            cancellationToken
        );

    // One that ends soon and has a reason, and one that never ends and has none.
    private async Task OverrideAsync(string companyId, string switched, string otherId, string used)
    {
        await gateway.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = companyId,
                FeatureId = switched,
                ValueType = EntitlementValueType.Boolean,
                ValueBool = true,
                ExpirationDate = DateTimeOffset.UtcNow.AddDays(5),
                Note = "Promised until the next version of the plan, which has it; they could not wait so long.",
            },
            cancellationToken
        );
        await gateway.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = otherId,
                FeatureId = used,
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = 1,
                MetricPeriod = MetricPeriod.CurrentMonth,
            },
            cancellationToken
        );
    }
}
