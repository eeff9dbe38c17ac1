using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class CompanyFeaturesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_source_that_counts_comes_first_with_its_version()
    {
        var addOn = UsageSamples.Plan("plan_more", "More calls", PlanType.AddOn);
        var feature = Single(
            UsageSamples.Calls(5, 50_000, "pltl_2") with
            {
                Candidates =
                [
                    UsageSamples.Given(10_000, EntitlementCandidateStatus.Outbid),
                    UsageSamples.Given(50_000, plan: addOn, id: "pltl_2", version: 1),
                ],
            }
        );

        Assert.Equal(
            [
                ("More calls v1", GrantSource.AddOn, GrantOutcome.Applied),
                ("Pro v2", GrantSource.Plan, GrantOutcome.Outbid),
            ],
            feature.Grants.Select(static grant => (grant.PlanName, grant.Source, grant.Outcome))
        );
        Assert.Equal("plan_more", feature.Applied!.PlanId);
    }

    [Fact]
    public void An_override_that_is_off_takes_away_what_the_plan_gives()
    {
        var off = EntitlementSamples.Override(type: EntitlementValueType.Boolean) with { ValueBool = false };
        var feature = Single(
            UsageSamples.Usage("feat_calls", "Single sign-on") with
            {
                Access = false,
                EntitlementId = off.Id,
                EntitlementType = EntitlementType.CompanyOverride,
                CompanyOverride = off,
                Candidates = [UsageSamples.Given(1, EntitlementCandidateStatus.Outbid), UsageSamples.Overridden(off)],
            },
            off
        );

        Assert.Equal(
            [GrantOutcome.Applied, GrantOutcome.TakenAway],
            feature.Grants.Select(static grant => grant.Outcome)
        );
        Assert.False(feature.Value!.IsOn);
        // Nothing is measured, so no limit is reached.
        Assert.False(feature.IsAtLimit);
    }

    [Theory]
    [InlineData(-1, GrantOutcome.Expired)]
    [InlineData(0, GrantOutcome.Expired)]
    [InlineData(1, GrantOutcome.Outbid)]
    public void A_feature_that_only_an_override_speaks_of_is_listed_also_once_it_has_expired(
        int minutes,
        object outcome
    )
    {
        var own = UsageSamples.Override(60, Now.AddMinutes(minutes));

        var feature = Assert.Single(CompanyFeatures.Create([], [own], Now));

        Assert.Equal((own.FeatureId, "API access"), (feature.FeatureId, feature.Name));
        Assert.Equal(outcome, Assert.Single(feature.Grants).Outcome);
        Assert.Null(feature.Value);
        Assert.Equal(own, feature.Override);
    }

    [Fact]
    public void A_server_that_tells_only_what_counts_is_understood()
    {
        var own = UsageSamples.Override(60, Now.AddDays(-1));
        var feature = Single(UsageSamples.Calls(5, 10_000) with { Plan = UsageSamples.Plan() }, own);

        Assert.Equal(
            [("Pro", GrantOutcome.Applied), (null, GrantOutcome.Expired)],
            feature.Grants.Select(static grant => (grant.PlanName, grant.Outcome))
        );
        Assert.Equal(own, feature.Override);
    }

    [Fact]
    public void Features_are_in_the_order_of_their_names_whatever_the_case()
    {
        var features = CompanyFeatures.Create(
            [
                UsageSamples.Usage("feat_3", "Zebra"),
                UsageSamples.Usage("feat_1", "apples"),
                UsageSamples.Usage("feat_2", "Bees"),
            ],
            [],
            Now
        );

        Assert.Equal(["apples", "Bees", "Zebra"], features.Select(static feature => feature.Name));
    }

    [Theory]
    [InlineData(9, 10, false)]
    [InlineData(10, 10, true)]
    public void Whoever_is_denied_another_use_is_at_the_limit(long used, long limit, bool isAtLimit) =>
        Assert.Equal(isAtLimit, Single(UsageSamples.Calls(used, limit)).IsAtLimit);

    private static CompanyFeature Single(FeatureUsageResponseData usage, params CompanyOverrideResponseData[] own) =>
        Assert.Single(CompanyFeatures.Create([usage], own, Now));
}
