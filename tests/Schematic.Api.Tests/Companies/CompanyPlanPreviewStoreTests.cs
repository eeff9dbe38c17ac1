using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

public abstract class CompanyPlanPreviewStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Every_difference_of_another_plan_is_told_and_none_is_made()
    {
        var (more, less, same) = (
            await NewFeatureAsync(Unique("a")),
            await NewFeatureAsync(Unique("b")),
            await NewFeatureAsync(Unique("c"))
        );
        var (gained, lost) = (await NewFeatureAsync(), await NewFeatureAsync());
        var from = await SoldPlanAsync(PlanType.Plan, (more, 10), (less, null), (same, 5), (lost, null));
        var to = await SoldPlanAsync(PlanType.Plan, (more, 20), (less, 7), (same, 5), (gained, null));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, from.Id);

        var preview = await PreviewAsync(company, new() { BasePlanId = to.Id });

        Assert.Equal(
            [
                (gained.Id, EntitlementChange.Gained),
                (less.Id, EntitlementChange.Less),
                (lost.Id, EntitlementChange.Lost),
                (more.Id, EntitlementChange.More),
                (same.Id, EntitlementChange.Unchanged),
            ],
            preview.Select(static one => (one.FeatureId, one.Change)).OrderBy(static one => one.Change.ToString())
        );
        var raised = preview.Single(one => one.FeatureId == more.Id);
        Assert.Equal((10, 20), (raised.Before!.Allocation, raised.After!.Allocation));
        Assert.Equal((from.Id, to.Id), (raised.Before.Plan!.Id, raised.After.Plan!.Id));
        Assert.Null(preview.Single(one => one.FeatureId == gained.Id).Before);
        Assert.Null(preview.Single(one => one.FeatureId == lost.Id).After);
        Assert.Equal(from.Id, (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.Plan!.Id);
    }

    [Fact]
    public async Task A_limit_that_is_reached_already_is_marked_and_the_change_then_does_what_was_said()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(subtype);
        var large = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var small = await SoldPlanAsync(PlanType.Plan, (feature, 3));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, large.Id);
        await SendAsync(Production, Track(subtype, domain, quantity: 4));

        var told = Assert.Single(await PreviewAsync(company, new() { BasePlanId = small.Id }));

        Assert.Equal(
            (EntitlementChange.Less, true, 4, false),
            (told.Change, told.IsExceeded, told.After!.Usage, told.After.Access)
        );
        await AssignAsync(company.Id, small.Id);
        Assert.False((await CheckAsync(feature, domain)).Value);
    }

    [Fact]
    public async Task An_override_is_tried_before_it_is_made_and_before_it_is_removed()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);

        var outbid = Assert.Single(await PreviewAsync(company, new() { Override = Limit(feature, 5) }));
        var raised = Assert.Single(await PreviewAsync(company, new() { Override = Limit(feature, 50) }));
        var own = await OverrideAsync(company, feature, 20);
        var replaced = Assert.Single(await PreviewAsync(company, new() { Override = Limit(feature, 15) }));
        var removed = Assert.Single(await PreviewAsync(company, new() { RemovedOverrideId = own.Id }));

        Assert.Equal((EntitlementChange.Unchanged, 10), (outbid.Change, outbid.After!.Allocation));
        Assert.Equal((EntitlementChange.More, 50), (raised.Change, raised.After!.Allocation));
        Assert.Equal(EntitlementType.CompanyOverride, raised.After.EntitlementType);
        Assert.Equal((20, 15), (replaced.Before!.Allocation, replaced.After!.Allocation));
        Assert.Equal(
            (EntitlementChange.Less, 10, plan.Id),
            (removed.Change, removed.After!.Allocation, removed.After.Plan!.Id)
        );
    }

    [Fact]
    public async Task One_that_takes_away_is_a_loss_and_one_that_has_expired_changes_nothing()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);
        var off = new PreviewOverrideRequestBody
        {
            FeatureId = feature.Id,
            ValueType = EntitlementValueType.Boolean,
            ValueBool = false,
        };

        var taken = Assert.Single(await PreviewAsync(company, new() { Override = off }));
        var expired = Assert.Single(
            await PreviewAsync(
                company,
                new() { Override = off with { ExpirationDate = DateTimeOffset.UtcNow.AddDays(-1) } }
            )
        );

        Assert.Equal((EntitlementChange.Lost, false), (taken.Change, taken.IsExceeded));
        Assert.Equal(EntitlementChange.Unchanged, expired.Change);
    }

    private static PreviewOverrideRequestBody Limit(FeatureDetailResponseData feature, long limit) =>
        new()
        {
            FeatureId = feature.Id,
            ValueType = EntitlementValueType.Numeric,
            ValueNumeric = limit,
        };

    private async Task<IReadOnlyList<PreviewedFeatureResponseData>> PreviewAsync(
        CompanyDetailResponseData company,
        CompanyPlanPreviewRequestBody body
    ) => (await Production.Plans.PreviewCompanyPlansAsync(company.Id, body, Cancellation)).Data.Features;
}

public sealed class CompanyPlanPreviewStoreTestsOnSqlite(SqliteApi api)
    : CompanyPlanPreviewStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyPlanPreviewStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyPlanPreviewStoreTests(api),
        IClassFixture<PostgreSqlApi>;
