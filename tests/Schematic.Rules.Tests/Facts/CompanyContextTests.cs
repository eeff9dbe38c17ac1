using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Facts;

public sealed class CompanyContextTests
{
    [Fact]
    public void Every_fact_is_found_under_its_key()
    {
        var company = CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = "comp_1",
                Traits = [new TraitFact("trdf_seats", ComparableKind.Int, "7")],
                Metrics = [new MetricFact("api-call", CounterPeriod.CurrentDay, MonthReset.FirstOfMonth, 12)],
                PlanIds = ["plan_pro", "plan_addon"],
                PlanVersionIds = ["plvr_1"],
                BasePlanId = "plan_pro",
                BillingProductIds = ["prod_1"],
                Credits = new Dictionary<string, CreditFigures> { ["bilcr_1"] = new(5, 5) },
                Entitlements =
                [
                    new EntitlementFacts
                    {
                        FeatureId = "feat_1",
                        FeatureKey = "seats",
                        Kind = EntitlementKind.Numeric,
                    },
                ],
                DerivedRules = Derived.For("flag_1", FlagBuilder.Rule("rule_1", true)),
            }
        );

        Assert.Equal("comp_1", company.CompanyId);
        Assert.True(company.Traits.TryGet(new IdKey("trdf_seats"), out var seats));
        Assert.Equal((ComparableKind.Int, 7m), (seats.Kind, seats.Value.Number));
        Assert.True(
            company.Metrics.TryGet(new MetricKey(new IdKey("api-call"), CounterPeriod.CurrentDay, null), out var calls)
        );
        Assert.Equal(12, calls);
        Assert.True(company.Plans.PlanIds.Contains(new IdKey("plan_addon")));
        Assert.True(company.Plans.PlanVersionIds.Contains(new IdKey("plvr_1")));
        Assert.True(company.Plans.BillingProductIds.Contains(new IdKey("prod_1")));
        Assert.Equal("plan_pro", company.Plans.BasePlanId?.Text);
        Assert.Equal(5, company.CreditsOf("bilcr_1")?.RemainingMicroCredits);
        Assert.True(company.Plans.Entitlements.Contains(new IdKey("seats")));
        Assert.True(company.Plans.DerivedRules.Contains(new IdKey("flag_1")));
    }

    [Fact]
    public void A_company_without_facts_shares_its_empty_tables_with_others()
    {
        var (one, other) = (
            CompanyContext.Prepare(new CompanyFacts { Id = "comp_1" }),
            CompanyContext.Prepare(new CompanyFacts { Id = "comp_2" })
        );

        Assert.Same(one.Traits, other.Traits);
        Assert.Same(one.Metrics, other.Metrics);
        Assert.Same(one.Plans.PlanIds, other.Plans.PlanIds);
        Assert.Same(one.CreditTable, other.CreditTable);
        Assert.Same(one.Plans.Entitlements, other.Plans.Entitlements);
        Assert.Same(one.Plans.DerivedRules, other.Plans.DerivedRules);
        Assert.Null(one.Plans.BasePlanId);
    }
}
