using Schematic.Contracts.Features;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Setup;

public abstract class SampleFeaturesTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task There_are_features_of_every_type_in_every_stage_each_with_its_flag()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } }
        );

        var features = (await server.Gateway().Features.ListAsync(new FeaturesQuery(), Cancellation)).Data;

        Assert.All(features, static feature => Assert.Single(feature.Flags));
        Assert.Equal(
            [(FeatureType.Boolean, 6), (FeatureType.Event, 3), (FeatureType.Trait, 1)],
            features.CountBy(static feature => feature.FeatureType).Select(Pair).Order()
        );
        Assert.Equal(
            [FeatureLifecyclePhase.Beta, FeatureLifecyclePhase.Ga, FeatureLifecyclePhase.InPlan],
            features.Select(static feature => feature.LifecyclePhase).OfType<FeatureLifecyclePhase>().Distinct().Order()
        );
        Assert.Equal(
            [null, null, null, "trdf"],
            features
                .Where(static feature => feature.FeatureType != FeatureType.Boolean)
                .Select(static feature => feature.TraitId?[..4])
                .Order()
        );
    }

    private static (FeatureType Type, int Count) Pair(KeyValuePair<FeatureType, int> pair) => (pair.Key, pair.Value);
}

public sealed class SampleFeaturesTestsOnSqlite(SqliteApi api) : SampleFeaturesTests(api), IClassFixture<SqliteApi>;

public sealed class SampleFeaturesTestsOnPostgreSql(PostgreSqlApi api)
    : SampleFeaturesTests(api),
        IClassFixture<PostgreSqlApi>;
