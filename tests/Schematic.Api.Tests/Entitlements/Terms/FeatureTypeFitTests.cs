using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Http;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Tests.Entitlements.Terms;

public sealed class FeatureTypeFitTests
{
    [Theory]
    [InlineData(FeatureType.Boolean, "boolean")]
    [InlineData(FeatureType.Event, "credit numeric trait unlimited")]
    [InlineData(FeatureType.License, "credit numeric trait unlimited")]
    [InlineData(FeatureType.Trait, "numeric trait unlimited")]
    public void A_type_of_feature_has_its_value_types(FeatureType feature, string allowed) =>
        Assert.Equal(
            allowed.Split(' '),
            WireEnum<EntitlementValueType>.WireNames.Where(name =>
                IsAccepted(() => FeatureTypeFit.CheckValueType(feature, Parse<EntitlementValueType>(name)))
            )
        );

    [Theory]
    [InlineData(FeatureType.Boolean, "")]
    [InlineData(FeatureType.Event, "credit_burndown overage pay_as_you_go pay_in_advance tier")]
    [InlineData(FeatureType.License, "pay_in_advance")]
    [InlineData(FeatureType.Trait, "overage pay_as_you_go pay_in_advance tier")]
    public void A_type_of_feature_has_its_ways_of_paying(FeatureType feature, string allowed) =>
        Assert.Equal(
            allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            WireEnum<EntitlementPriceBehavior>.WireNames.Where(name =>
                IsAccepted(() => FeatureTypeFit.CheckPriceBehavior(feature, Parse<EntitlementPriceBehavior>(name)))
            )
        );

    [Theory]
    [InlineData(FeatureType.Boolean)]
    [InlineData(FeatureType.License)]
    public void Usage_need_not_be_paid_for(FeatureType feature) =>
        Assert.Null(Record.Exception(() => FeatureTypeFit.CheckPriceBehavior(feature, null)));

    [Fact]
    public void A_refusal_says_what_is_allowed()
    {
        Assert.Equal(
            "value_type credit does not fit a feature of type trait. Use numeric, trait or unlimited.",
            Sentence(static () => FeatureTypeFit.CheckValueType(FeatureType.Trait, EntitlementValueType.Credit))
        );
        Assert.Equal(
            "price_behavior tier does not fit a feature of type license. Leave it out or use pay_in_advance.",
            Sentence(static () => FeatureTypeFit.CheckPriceBehavior(FeatureType.License, EntitlementPriceBehavior.Tier))
        );
        Assert.Equal(
            "price_behavior tier does not fit a feature of type boolean. Leave it out.",
            Sentence(static () => FeatureTypeFit.CheckPriceBehavior(FeatureType.Boolean, EntitlementPriceBehavior.Tier))
        );
    }

    private static string Sentence(Action check) => Assert.Throws<ApiException>(check).Message;

    private static bool IsAccepted(Action check) => Record.Exception(check) is null;

    private static T Parse<T>(string name)
        where T : struct, Enum => WireEnum<T>.TryParse(name, out var value) ? value : default;
}
