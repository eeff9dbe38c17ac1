using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans.Entitlements;

public sealed class EntitlementChoicesTests
{
    [Fact]
    public async Task All_pages_of_features_are_listed_without_those_given()
    {
        var api = new FakeApi();
        api.On(
            "GET /features",
            static request =>
                FakeApi.Data<IReadOnlyList<FeatureDetailResponseData>>(
                    request.Parameters.Contains(("offset", "250"))
                        ? [FlagSamples.Feature("feat_last", "alpha")]
                        :
                        [
                            .. Enumerable
                                .Range(0, Page.MaxLimit)
                                .Select(static number => FlagSamples.Feature($"feat_{number}", $"Beta {number:D3}")),
                        ]
                )
        );
        using var gateway = api.Gateway();

        var features = await EntitlementChoices.ListFeaturesAsync(
            gateway.Features,
            new HashSet<string> { "feat_0" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Page.MaxLimit, features.Count);
        Assert.Equal(("feat_last", "feat_1"), (features[0].Id, features[1].Id));
    }

    [Theory]
    [InlineData(EntitlementValueType.Unlimited, null, "Unlimited")]
    [InlineData(EntitlementValueType.Unlimited, EntitlementPriceBehavior.Overage, "No hard limit")]
    [InlineData(EntitlementValueType.Numeric, EntitlementPriceBehavior.Tier, "Hard limit")]
    public void A_limit_is_called_by_what_it_does(
        EntitlementValueType type,
        EntitlementPriceBehavior? behavior,
        string expected
    ) => Assert.Equal(expected, EntitlementChoices.Title(type, behavior));

    [Fact]
    public void Every_way_of_paying_is_explained() =>
        Assert.All(
            EntitlementChoices.PriceBehaviors(FormOf(FeatureType.Event)),
            static behavior => Assert.NotEqual("", EntitlementChoices.Explanation(behavior))
        );

    [Fact]
    public void Only_numbers_hold_a_limit() =>
        Assert.Equal(
            ["trdf_a", "trdf_b"],
            EntitlementChoices
                .NumbersAmong([
                    CompanySamples.Definition(TraitType.Number, "a"),
                    CompanySamples.Definition(TraitType.Currency, "b"),
                    CompanySamples.Definition(TraitType.Date, "c"),
                ])
                .Select(static trait => trait.Id)
        );

    private static EntitlementForm FormOf(FeatureType type)
    {
        var form = new EntitlementForm();
        form.ChooseFeature("feat_1", type);
        return form;
    }
}
