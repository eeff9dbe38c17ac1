using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Audiences;

public abstract class PlanAudienceStoreTests(ApiFixture api) : AudienceTopic(api)
{
    [Fact]
    public async Task An_audience_is_told_as_it_was_written_and_only_in_its_environment()
    {
        var (trait, plan) = (await NewTraitAsync(), await SoldPlanAsync(PlanType.Plan));
        var written = (
            await Production.Plans.UpdateAudienceAsync(
                plan.Id,
                new PlanAudienceRequestBody
                {
                    Conditions = [TraitIs(trait, "gold")],
                    ConditionGroups =
                    [
                        new CreateOrUpdateConditionGroupRequestBody
                        {
                            Conditions = [TraitIs(trait, "north"), TraitIs(trait, "south")],
                        },
                    ],
                },
                null,
                null,
                Cancellation
            )
        ).Data;

        var read = (await Production.Plans.GetAudienceAsync(plan.Id, Cancellation)).Data;

        Assert.Equal((written.Id, plan.Id), (read.Id, read.PlanId));
        Assert.Equal("gold", Assert.Single(read.Conditions).TraitValue);
        Assert.Equal(trait.Id, read.Conditions[0].Trait!.Id);
        Assert.Equal(["north", "south"], Assert.Single(read.ConditionGroups).Conditions.Select(one => one.TraitValue));
        Assert.Equal(read.Id, read.Conditions[0].RuleId);
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "has no audience in this environment",
            () => Staging.Plans.GetAudienceAsync(plan.Id, Cancellation)
        );
    }

    [Fact]
    public async Task What_is_wrong_with_a_condition_is_said_at_its_place()
    {
        var plan = await SoldPlanAsync(PlanType.Plan);
        var user = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.User,
            Operator = ComparableOperator.Eq,
            ResourceIds = [],
        };

        await RefusedAsync(HttpStatusCode.BadRequest, "at least one condition", () => AudienceAsync(plan.Id));
        await RefusedAsync(HttpStatusCode.BadRequest, "about companies", () => AudienceAsync(plan.Id, user));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "conditions[0].resource_ids",
            () =>
                AudienceAsync(plan.Id, user with { ConditionType = ConditionType.Company, ResourceIds = ["comp_none"] })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "has no audience",
            () => Production.Plans.DeleteAudienceAsync(plan.Id, null, Cancellation)
        );
        await RefusedAsync(HttpStatusCode.NotFound, "plan_none", () => AudienceAsync("plan_none"));
    }
}

public sealed class PlanAudienceStoreTestsOnSqlite(SqliteApi api)
    : PlanAudienceStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanAudienceStoreTestsOnPostgreSql(PostgreSqlApi api)
    : PlanAudienceStoreTests(api),
        IClassFixture<PostgreSqlApi>;
