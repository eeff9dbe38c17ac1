using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

public abstract class CompanyPlanPreviewGrantsTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task What_is_left_out_stays_and_what_a_company_has_stays_on_its_version()
    {
        var (feature, extra) = (await NewFeatureAsync(Unique("call")), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var addOn = await SoldPlanAsync(PlanType.AddOn, (extra, null));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id, addOn.Id);
        var given = Assert.Single((await PlanAsync(plan.Id)).Entitlements!);
        await Production.Entitlements.UpdatePlanEntitlementAsync(
            given.Id,
            new() { ValueType = EntitlementValueType.Numeric, ValueNumeric = 99 },
            null,
            Cancellation
        );
        await PublishAsync(plan.Id);

        var nothing = await PreviewAsync(company, new());
        var renewed = await PreviewAsync(company, new() { BasePlanId = plan.Id });
        var without = await PreviewAsync(company, new() { AddOnIds = [] });
        var cleared = await PreviewAsync(company, new() { BasePlanId = new(null) });

        Assert.All(nothing, static one => Assert.Equal(EntitlementChange.Unchanged, one.Change));
        Assert.Equal(10, renewed.Single(one => one.FeatureId == feature.Id).After!.Allocation);
        Assert.Equal(EntitlementChange.Lost, without.Single(one => one.FeatureId == extra.Id).Change);
        Assert.Equal(EntitlementChange.Lost, cleared.Single(one => one.FeatureId == feature.Id).Change);
        Assert.Equal(EntitlementChange.Unchanged, cleared.Single(one => one.FeatureId == extra.Id).Change);
    }

    [Fact]
    public async Task What_could_not_be_made_cannot_be_previewed()
    {
        var feature = await NewFeatureAsync();
        var addOn = await SoldPlanAsync(PlanType.AddOn, (feature, null));
        var draft = await NewPlanAsync();
        var company = await NewCompanyAsync(Unique("acme"));

        await RefusedAsync(
            HttpStatusCode.NotFound,
            "plan_none",
            () => PreviewAsync(company, new() { BasePlanId = "plan_none" })
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "base_plan_id names an add-on",
            () => PreviewAsync(company, new() { BasePlanId = addOn.Id })
        );
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "no published version",
            () => PreviewAsync(company, new() { BasePlanId = draft.Id })
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "value_bool",
            () =>
                PreviewAsync(
                    company,
                    new()
                    {
                        Override = new() { FeatureId = feature.Id, ValueType = EntitlementValueType.Boolean },
                    }
                )
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "cmov_none",
            () => PreviewAsync(company, new() { RemovedOverrideId = "cmov_none" })
        );
    }

    private async Task<IReadOnlyList<PreviewedFeatureResponseData>> PreviewAsync(
        CompanyDetailResponseData company,
        CompanyPlanPreviewRequestBody body
    ) => (await Production.Plans.PreviewCompanyPlansAsync(company.Id, body, Cancellation)).Data.Features;
}

public sealed class CompanyPlanPreviewGrantsTestsOnSqlite(SqliteApi api)
    : CompanyPlanPreviewGrantsTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyPlanPreviewGrantsTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyPlanPreviewGrantsTests(api),
        IClassFixture<PostgreSqlApi>;
