using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entitlements;

/// <summary>Two people change what one plan gives, and nothing is lost silently.</summary>
public abstract class PlanEntitlementStaleWriteTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task A_copy_in_a_draft_is_in_the_state_it_was_copied_in_until_it_is_changed()
    {
        var (feature, other) = (await NewFeatureAsync(Unique("call")), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 100));
        var sold = await Production.Entitlements.GetPlanEntitlementAsync(plan.Entitlements![0].Id, Cancellation);

        await EntitleAsync(plan.Id, other);
        var changed = await UpdateAsync(sold.Data.Id, 200, sold.ETag);

        Assert.NotEqual(sold.ETag, changed.ETag);
        Assert.Equal(
            changed.ETag,
            (await Production.Entitlements.GetPlanEntitlementAsync(changed.Data.Id, Cancellation)).ETag
        );
    }

    [Fact]
    public async Task Of_two_who_change_a_published_entitlement_the_second_is_shown_the_draft_of_the_first()
    {
        var plan = await SoldPlanAsync(PlanType.Plan, (await NewFeatureAsync(Unique("call")), 100));
        var sold = await Production.Entitlements.GetPlanEntitlementAsync(plan.Entitlements![0].Id, Cancellation);
        var theirs = await UpdateAsync(sold.Data.Id, 200, sold.ETag);

        var update = await Assert.ThrowsAsync<GatewayException>(() => UpdateAsync(sold.Data.Id, 300, sold.ETag));
        var removal = await Assert.ThrowsAsync<GatewayException>(() =>
            Production.Entitlements.DeletePlanEntitlementAsync(sold.Data.Id, sold.ETag, Cancellation)
        );

        foreach (var stale in new[] { update, removal })
        {
            Assert.True(stale.IsStale);
            AssertSentence(stale.Message);
            var (data, tag) = stale.Current<PlanEntitlementResponseData>()!.Value;
            Assert.Equal((theirs.Data.Id, 200, theirs.ETag), (data.Id, data.ValueNumeric, tag));
        }

        Assert.Equal(300, (await UpdateAsync(sold.Data.Id, 300, theirs.ETag)).Data.ValueNumeric);
    }

    [Fact]
    public async Task A_stale_write_to_a_published_plan_begins_no_draft()
    {
        var plan = await SoldPlanAsync(PlanType.Plan, (await NewFeatureAsync(Unique("call")), 100));

        var stale = await Assert.ThrowsAsync<GatewayException>(() =>
            UpdateAsync(plan.Entitlements![0].Id, 300, "\"another\"")
        );

        Assert.True(stale.IsStale);
        Assert.Null((await PlanAsync(plan.Id)).DraftVersion);
    }

    [Fact]
    public async Task Prices_and_warnings_are_part_of_the_state()
    {
        var plan = await NewPlanAsync();
        var made = await Production.Entitlements.CreatePlanEntitlementAsync(
            Entitlement(plan.Id, await NewFeatureAsync(Unique("call")), 100) with
            {
                PriceBehavior = EntitlementPriceBehavior.PayAsYouGo,
                Currency = "usd",
                MonthlyUnitPrice = 5,
            },
            Cancellation
        );
        var body = new UpdatePlanEntitlementRequestBody { ValueType = EntitlementValueType.Numeric };

        var dearer = await Production.Entitlements.UpdatePlanEntitlementAsync(
            made.Data.Id,
            body with
            {
                Currency = "usd",
                MonthlyUnitPrice = 6,
            },
            made.ETag,
            Cancellation
        );
        var warned = await Production.Entitlements.UpdatePlanEntitlementAsync(
            made.Data.Id,
            body with
            {
                WarningTiers = [new WarningTierRequestBody { Key = "default", Value = 50 }],
            },
            dearer.ETag,
            Cancellation
        );

        Assert.Equal(3, new[] { made.ETag, dearer.ETag, warned.ETag }.Distinct().Count());
    }

    [Fact]
    public async Task Without_a_state_the_last_write_wins()
    {
        var plan = await NewPlanAsync();
        var made = await EntitleAsync(plan.Id, await NewFeatureAsync(Unique("call")), 100);
        await UpdateAsync(made.Id, 200, null);

        Assert.Equal(300, (await UpdateAsync(made.Id, 300, null)).Data.ValueNumeric);
    }

    private static UpdatePlanEntitlementRequestBody Limit(long limit) =>
        new() { ValueType = EntitlementValueType.Numeric, ValueNumeric = limit };

    private Task<Contracts.Wire.Envelope<PlanEntitlementResponseData>> UpdateAsync(
        string id,
        long limit,
        string? tag
    ) => Production.Entitlements.UpdatePlanEntitlementAsync(id, Limit(limit), tag, Cancellation);
}

public sealed class PlanEntitlementStaleWriteTestsOnSqlite(SqliteApi api)
    : PlanEntitlementStaleWriteTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanEntitlementStaleWriteTestsOnPostgreSql(PostgreSqlApi api)
    : PlanEntitlementStaleWriteTests(api),
        IClassFixture<PostgreSqlApi>;
