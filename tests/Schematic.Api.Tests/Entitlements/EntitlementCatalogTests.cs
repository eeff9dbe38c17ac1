using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Flags;
using Schematic.Api.Http;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Migration;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Tests.Entitlements;

public sealed class EntitlementCatalogTests
{
    private static readonly SoldFeature Feature = new()
    {
        Seq = 1,
        Id = "feat_1",
        Name = "Exports",
        FeatureType = FeatureType.Boolean,
    };

    private static readonly EntitlementCatalog Catalog = new(
        "acct_1",
        new[] { Version(1), Version(2) }.ToDictionary(static version => version.Seq),
        new Dictionary<int, SoldFeature> { [1] = Feature },
        new Dictionary<string, int>(),
        [new PlanMove(new HashSet<int> { 1 }, 2, new HashSet<long> { 7 })],
        new RuleNames(new Dictionary<string, EntityTraitDefinitionRow>(), new Dictionary<string, string>())
    );

    [Theory]
    [InlineData(6, 1, "plvr_2")]
    [InlineData(7, 1, "plvr_1")]
    [InlineData(6, 2, "plvr_2")]
    [InlineData(6, 3, null)]
    public void A_company_is_on_the_version_that_all_are_being_moved_to(long company, int version, string? isOn) =>
        Assert.Equal(
            isOn,
            Catalog.VersionOf(new CompanyPlanRow { CompanySeq = company, PlanVersionSeq = version })?.Id
        );

    [Fact]
    public void Something_made_of_what_a_version_gives_is_made_once()
    {
        var given = Entitlement(Version(1));

        Assert.Same(
            Catalog.Make(given, static _ => new object()),
            Catalog.Make(given with { CompanyId = "comp_2" }, static _ => new object())
        );
        Assert.NotEqual<object>(
            Catalog.Make(given, static _ => new object()),
            Catalog.Make(given, static _ => "rules")
        );
    }

    [Fact]
    public void Something_made_of_an_override_is_of_one_company()
    {
        var given = Entitlement(null);

        Assert.NotSame(Catalog.Make(given, static _ => new object()), Catalog.Make(given, static _ => new object()));
    }

    [Fact]
    public void A_feature_that_does_not_exist_is_refused()
    {
        Assert.Same(Catalog, Catalog.RequireFeature("feat_1"));
        Assert.Equal(404, Assert.Throws<ApiException>(() => Catalog.RequireFeature("feat_2")).Status);
    }

    private static SoldVersion Version(int seq) =>
        new()
        {
            Seq = seq,
            Id = $"plvr_{seq}",
            PlanId = "plan_1",
            PlanName = "Pro",
            PlanType = PlanType.Plan,
            Version = seq,
            IsPublished = true,
            Features = [],
        };

    private static CompanyEntitlement Entitlement(SoldVersion? version) =>
        new(
            Feature,
            new GrantedFeature(
                Feature,
                new EntitlementTerms
                {
                    Id = "pltl_1",
                    Source = version is null ? EntitlementSource.Override : EntitlementSource.Plan,
                    ValueType = EntitlementValueType.Boolean,
                    ValueBool = true,
                },
                "rule_1",
                "rule_2",
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch
            ),
            version,
            "comp_1",
            []
        );
}
