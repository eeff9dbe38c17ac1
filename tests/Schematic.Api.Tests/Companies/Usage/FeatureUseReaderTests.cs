using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies.Usage;

public abstract class FeatureUseReaderTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Everything_that_speaks_of_a_feature_is_told_when_asked_for()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var addOn = await SoldPlanAsync(PlanType.AddOn, (feature, 50));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id, addOn.Id);
        var overridden = await OverrideAsync(company, feature, 20);

        var usage = Assert.Single(
            (
                await Production.Entitlements.ListFeatureUsageAsync(
                    new FeatureUsageQuery { CompanyId = company.Id, IncludeCandidates = true },
                    Cancellation
                )
            ).Data
        );

        Assert.Equal((50, addOn.Id), (usage.Allocation, usage.Plan!.Id));
        var byId = usage.Candidates!.ToDictionary(one => one.EntitlementId);
        Assert.Equal(3, byId.Count);
        Assert.Equal(EntitlementCandidateStatus.Applied, byId[usage.EntitlementId].Status);
        Assert.Equal(
            (addOn.Id, 1L),
            (byId[usage.EntitlementId].PlanEntitlement!.PlanId, byId[usage.EntitlementId].PlanVersion)
        );
        Assert.Equal(
            (EntitlementCandidateStatus.Outbid, usage.EntitlementId),
            (byId[overridden.Id].Status, byId[overridden.Id].OutbidById)
        );
        Assert.Equal(20, byId[overridden.Id].CompanyOverride!.ValueNumeric);
        var ofPlan = Assert.Single(usage.Candidates!, one => one.PlanEntitlement?.PlanId == plan.Id);
        Assert.Equal(EntitlementCandidateStatus.Outbid, ofPlan.Status);
    }

    [Fact]
    public async Task What_has_expired_is_told_as_such_and_what_takes_its_place_as_applied()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);
        var ends = DateTimeOffset.UtcNow.AddSeconds(1);
        var overridden = (
            await Production.Entitlements.CreateOverrideAsync(
                OverrideBody(company, feature, 20) with
                {
                    ExpirationDate = ends,
                },
                Cancellation
            )
        ).Data;

        await Task.Delay(ends - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50), Cancellation);

        var usage = Assert.Single(
            (
                await Production.Entitlements.ListFeatureUsageAsync(
                    new FeatureUsageQuery { CompanyId = company.Id, IncludeCandidates = true },
                    Cancellation
                )
            ).Data
        );
        Assert.Equal(10, usage.Allocation);
        var byId = usage.Candidates!.ToDictionary(one => one.EntitlementId);
        Assert.Equal(EntitlementCandidateStatus.Expired, byId[overridden.Id].Status);
        Assert.Null(byId[overridden.Id].OutbidById);
        Assert.Equal(EntitlementCandidateStatus.Applied, byId[usage.EntitlementId].Status);
    }
}

public sealed class FeatureUseReaderTestsOnSqlite(SqliteApi api) : FeatureUseReaderTests(api), IClassFixture<SqliteApi>;

public sealed class FeatureUseReaderTestsOnPostgreSql(PostgreSqlApi api)
    : FeatureUseReaderTests(api),
        IClassFixture<PostgreSqlApi>;
