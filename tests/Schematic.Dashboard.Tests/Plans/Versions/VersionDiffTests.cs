using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Plans.Pricing;

namespace Schematic.Dashboard.Tests.Plans.Versions;

public sealed class VersionDiffTests
{
    private static readonly PlanVersionResponseData Published = PlanSamples.Version(1);
    private static readonly PlanVersionResponseData Draft = PlanSamples.Version(2, PlanVersionStatus.Draft);

    private static readonly PlanEntitlementResponseData Sso = EntitlementSamples.Entitlement(
        EntitlementSamples.Feature("feat_sso", "SSO", FeatureType.Boolean),
        EntitlementValueType.Boolean
    ) with
    {
        ValueBool = true,
    };

    [Fact]
    public void A_copy_of_a_version_is_no_change()
    {
        var diff = VersionDiff.Between(
            Published,
            [PlanSamples.Calls(100), Sso],
            Draft,
            [Sso with { Id = "pltl_9", RuleId = "rule_9" }, PlanSamples.Calls(100, "pltl_8")]
        );

        Assert.Equal(0, diff.Count);
    }

    [Fact]
    public void What_was_added_removed_and_changed_is_told_by_feature()
    {
        var seats = EntitlementSamples.Entitlement(
            EntitlementSamples.Feature("feat_seats", "Seats", FeatureType.Trait)
        );
        var diff = VersionDiff.Between(
            Published,
            [PlanSamples.Calls(100), Sso],
            Draft,
            [PlanSamples.Calls(200), seats]
        );

        Assert.Equal(
            ["API access: 100 API calls a month → 200 API calls a month", "Seats:  → Unlimited Seats", "SSO: On → "],
            diff.Entitlements.Select(static change =>
                $"{change.FeatureName}: {string.Join(", ", change.Before)} → {string.Join(", ", change.After)}"
            )
        );
        Assert.True(diff.Entitlements[1].IsAdded);
        Assert.True(diff.Entitlements[2].IsRemoved);
    }

    [Fact]
    public void A_price_alone_is_a_change()
    {
        var before = PriceDraftsTests.Sold(EntitlementPriceBehavior.PayAsYouGo, PriceDraftsTests.View(1, "1"));
        var after = PriceDraftsTests.Sold(EntitlementPriceBehavior.PayAsYouGo, PriceDraftsTests.View(1, "1.000001"));

        var change = Assert.Single(VersionDiff.Between(Published, [before], Draft, [after]).Entitlements);

        Assert.Contains("$0.01000001 for each API call, billed by the month", change.After);
    }

    [Fact]
    public void A_warning_and_an_early_invoice_are_changes()
    {
        var after = PlanSamples.Calls(100) with
        {
            BillingThreshold = 5_000,
            UsageQuantity = 3,
            WarningTiers =
            [
                new()
                {
                    Id = "wtir_1",
                    Key = "default",
                    Value = 80,
                },
            ],
        };

        var change = Assert.Single(
            VersionDiff.Between(Published, [PlanSamples.Calls(100)], Draft, [after]).Entitlements
        );

        Assert.Equal(
            ["100 API calls a month", "3 bought in advance", "Invoiced early at $50.00", "Warns at 80"],
            change.After
        );
    }

    [Fact]
    public void The_name_of_a_plan_counts_unless_there_was_none_before()
    {
        var renamed = Draft with { Name = "Pro+", Description = "More", Icon = PlanIcon.Red };

        Assert.Equal(
            ["Name", "Description", "Color"],
            VersionDiff.Between(Published, [], renamed, []).Facts.Select(static fact => fact.Title)
        );
        Assert.Empty(VersionDiff.Between(null, [], renamed, []).Facts);
    }
}
