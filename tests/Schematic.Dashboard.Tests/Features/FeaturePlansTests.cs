using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeaturePlansTests : PageContext
{
    [Fact]
    public async Task Plans_come_before_add_ons_each_with_its_version_value_and_companies()
    {
        var addOn = UsageSamples.Plan("plan_more", "Add calls", PlanType.AddOn);
        Api.OnData<IReadOnlyList<PlanEntitlementResponseData>>(
                "GET /plan-entitlements",
                [
                    EntitlementSamples.Entitlement(id: "pltl_2") with
                    {
                        PlanId = "plan_more",
                        Plan = addOn,
                    },
                    EntitlementSamples.Entitlement(type: EntitlementValueType.Numeric) with
                    {
                        ValueNumeric = 10_000,
                        Plan = UsageSamples.Plan(),
                    },
                ]
            )
            .OnData<IReadOnlyList<PlanDetailResponseData>>(
                "GET /plans",
                [PlanSamples.Plan("plan_pro", "Pro", 2), PlanSamples.Plan("plan_more", "Add calls", 0, PlanType.AddOn)]
            );
        await EnterAsync();
        var card = Render<FeaturePlans>(parameters =>
            parameters
                .Add(static card => card.EnvironmentId, Production.Id)
                .Add(static card => card.FeatureId, "feat_calls")
        );

        card.WaitForAssertion(() =>
            Assert.Equal(
                ["Pro v2 10,000 3 companies", "Add calls draft Add-on Unlimited 3 companies"],
                card.FindAll(".line").Select(Words)
            )
        );
        Assert.Contains(("feature_id", "feat_calls"), Assert.Single(Asked("GET /plan-entitlements")).Parameters);
    }
}
