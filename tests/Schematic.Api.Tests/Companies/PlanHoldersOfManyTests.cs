using Schematic.Api.Persistence.Sql;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>More companies than a list looks up and sorts: it walks along all of them instead.</summary>
public abstract class PlanHoldersOfManyTests(ApiFixture api) : PlanTopic(api)
{
    private const int Many = 5_010;

    [Fact]
    public async Task Companies_are_found_however_many_they_are()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var before = await NewCompanyAsync(Unique("before"));
        await new ManyCompanies(Server).AddAsync(Many, before.Id, plan.ActiveVersion!.Id, Cancellation);
        var (second, third) = (await NextVersionAsync(plan.Id), await NextVersionAsync(plan.Id));
        var (young, overridden) = (await NewCompanyAsync(Unique("young")), await NewCompanyAsync(Unique("override")));
        await AssignAsync(young.Id, plan.Id);
        await OverrideAsync(overridden, feature, 20);
        var after = await NewCompanyAsync(Unique("after"));

        await HasAsync(new() { PlanId = plan.Id }, [young.Id, IdOf(Many)], IdOf(1), Many + 1);
        await HasAsync(new() { PlanVersionId = plan.ActiveVersion.Id }, [IdOf(Many), IdOf(Many - 1)], IdOf(1), Many);
        await HasAsync(new() { PlanId = plan.Id, PlanVersionUnpublished = true }, [IdOf(Many)], IdOf(1), Many);
        await HasAsync(
            new() { PlanVersionIds = [plan.ActiveVersion.Id, second] },
            [IdOf(Many), IdOf(Many - 1)],
            IdOf(1),
            Many
        );
        await HasAsync(new() { PlanVersionId = third }, [young.Id], young.Id, 1);
        await HasAsync(
            new() { WithEntitlementFor = feature.Id },
            [overridden.Id, young.Id, IdOf(Many)],
            IdOf(1),
            Many + 2
        );
        await HasAsync(new() { WithFeatureOverrideFor = feature.Id }, [overridden.Id], overridden.Id, 1);
        await HasAsync(
            new() { WithoutFeatureOverrideFor = feature.Id },
            [after.Id, young.Id, IdOf(Many)],
            before.Id,
            Many + 3
        );
        await HasAsync(new() { WithoutPlan = true }, [after.Id, overridden.Id], before.Id, 3);

        await OverrideManyAsync(feature);
        await HasAsync(
            new() { WithFeatureOverrideFor = feature.Id },
            [overridden.Id, IdOf(Many), IdOf(Many - 1)],
            IdOf(1),
            Many + 1
        );
        await HasAsync(new() { WithoutFeatureOverrideFor = feature.Id }, [after.Id, young.Id], before.Id, 3);
        var users = new FeatureCompaniesQuery { FeatureId = feature.Id, Limit = 2 };
        Assert.Equal(
            [overridden.Id, young.Id],
            (await Production.Features.ListCompaniesAsync(users, Cancellation)).Data.Select(static one =>
                one.Company!.Id
            )
        );
        Assert.Equal(Many + 2, (await Production.Features.CountCompaniesAsync(users, Cancellation)).Data.Count);
    }

    private static string IdOf(int number) => ManyCompanies.IdOf(number);

    /// <param name="first">The newest of those found, newest first.</param>
    /// <param name="last">The oldest of those found.</param>
    private async Task HasAsync(CompaniesQuery query, string[] first, string last, int count)
    {
        var page = await Production.Companies.ListAsync(query with { Limit = first.Length }, Cancellation);
        Assert.Equal(first, page.Data.Select(static company => company.Id));
        var end = await Production.Companies.ListAsync(query with { Offset = count - 1 }, Cancellation);
        Assert.Equal(last, Assert.Single(end.Data).Id);
        Assert.Equal(count, (await Production.Companies.CountAsync(query, Cancellation)).Data.Count);
    }

    /// <summary>Publishes another version, to which nobody moves.</summary>
    private async Task<string> NextVersionAsync(string planId)
    {
        await Production.Plans.UpdateAsync(
            planId,
            new UpdatePlanRequestBody { Name = Unique("renamed") },
            null,
            Cancellation
        );
        return (await PublishAsync(planId)).ActiveVersion!.Id;
    }

    private Task OverrideManyAsync(FeatureDetailResponseData feature) =>
        new ManyCompanies(Server).WriteAsync(
            new SqlText(
                $"""
                INSERT INTO company_overrides
                    (id, environment_seq, company_seq, feature_seq, value_type, value_numeric, rule_id,
                        usage_exceeded_rule_id, created_at, updated_at)
                SELECT 'cmov_' || e.seq, e.environment_seq, e.seq, f.seq, {EntitlementValueType.Numeric}, 5,
                    'rule_' || e.seq, 'rule_over_' || e.seq, e.created_at, e.created_at
                FROM entities e JOIN features f ON f.id = {feature.Id}
                WHERE e.id LIKE 'comp_many%'
                """
            ),
            Cancellation
        );
}

public sealed class PlanHoldersOfManyTestsOnSqlite(SqliteApi api)
    : PlanHoldersOfManyTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanHoldersOfManyTestsOnPostgreSql(PostgreSqlApi api)
    : PlanHoldersOfManyTests(api),
        IClassFixture<PostgreSqlApi>;
