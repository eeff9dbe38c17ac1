using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Entitlements.Agreement;

/// <summary>Holds what the server says of companies, in each place where it does, to what is expected.</summary>
internal sealed class WorldAnswers(SchematicGateway gateway, ToldWorld world, TestClock clock)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task HoldAsync(ToldCompany company)
    {
        var told = (await gateway.Companies.GetAsync(company.Id, Cancellation)).Data;
        var entitlements = told.Entitlements.ToDictionary(static one => one.FeatureId);
        var usage = (
            await gateway.Entitlements.ListFeatureUsageAsync(
                new FeatureUsageQuery { CompanyId = company.Id },
                Cancellation
            )
        ).Data.ToDictionary(static one => one.Feature!.Id);
        var checks = (await gateway.Flags.CheckAllAsync(CheckOf(company), Cancellation)).Data.Flags.ToDictionary(
            static check => check.Flag
        );
        foreach (var feature in world.Features)
        {
            HoldUsage(company, feature, usage.GetValueOrDefault(feature.Id));
            HoldCheck(company, feature, checks[feature.Key]);
            // What a company is said to have is what its checks say.
            Assert.Equal(checks[feature.Key].Entitlement, entitlements.GetValueOrDefault(feature.Id));
        }

        HoldPlans(company, told);
    }

    /// <summary>One flag checked alone, explained, and the companies of its feature.</summary>
    public async Task HoldAsync(ToldFeature feature)
    {
        foreach (var company in world.Companies)
        {
            var check = (await gateway.Flags.CheckAsync(feature.Key, CheckOf(company), Cancellation)).Data;
            HoldCheck(company, feature, check);
            var explained = await gateway.Flags.ExplainAsync(
                feature.Key,
                new ExplainFlagRequestBody { Company = CheckOf(company).Company },
                Cancellation
            );
            Assert.Equal(check, explained.Data.Check);
        }

        var listed = (
            await gateway.Features.ListCompaniesAsync(
                new FeatureCompaniesQuery { FeatureId = feature.Id },
                Cancellation
            )
        ).Data;
        Assert.Equal(
            world
                .Companies.AsEnumerable()
                .Reverse()
                .Where(company => Expect(company, feature) is not null)
                .Select(static company => company.Id),
            listed.Select(static one => one.Company!.Id)
        );
        foreach (var one in listed)
            HoldUsage(world.Companies.Single(company => company.Id == one.Company!.Id), feature, one);
    }

    private void HoldUsage(ToldCompany company, ToldFeature feature, FeatureUsageResponseData? told)
    {
        var expected = Expect(company, feature);
        Assert.Equal(expected, told is null ? null : Of(told));
        if (told is null || expected is null)
            return;
        var isOverride = company.Overrides.Values.Any(one => one.Id == expected.EntitlementId);
        Assert.Equal(
            isOverride ? EntitlementType.CompanyOverride : EntitlementType.PlanEntitlement,
            told.EntitlementType
        );
        Assert.Equal(expected.ValueType == EntitlementValueType.Unlimited, told.IsUnlimited);
        double? percent =
            expected is not { Usage: { } used, Allocation: { } limit } ? null
            : limit <= 0 ? 100
            : 100.0 * Math.Max(0, used) / limit;
        Assert.Equal(percent ?? -1, told.PercentUsed ?? -1, 6);
    }

    private void HoldCheck(ToldCompany company, ToldFeature feature, CheckFlagResponseData told)
    {
        Assert.Equal(ExpectedUse.CheckOf(company, feature, clock.GetUtcNow()), (told.Value, told.RuleType));
        Assert.Equal(company.Id, told.CompanyId);
        var expected = Expect(company, feature);
        // A check says nothing of which entitlement counts, and its value says whether more may be used.
        Assert.Equal(
            expected is null ? null : expected with { EntitlementId = "", Access = false },
            told.Entitlement is not { } one
                ? null
                : new ExpectedUse(
                    "",
                    one.ValueType,
                    false,
                    one.Allocation,
                    one.Usage,
                    one.MetricPeriod,
                    one.MonthReset,
                    one.MetricResetAt
                )
        );
        Assert.Equal(
            (expected?.Allocation, expected?.Usage, expected?.ResetAt),
            (told.FeatureAllocation, told.FeatureUsage, told.FeatureUsageResetAt)
        );
    }

    private static void HoldPlans(ToldCompany company, CompanyDetailResponseData told)
    {
        Assert.Equal(company.Versions.Find(static version => !version.Plan.IsAddOn)?.Plan.Id, told.Plan?.Id);
        Assert.Equal(
            company
                .Versions.Where(static version => version.Plan.IsAddOn)
                .Select(static version => version.Plan.Id)
                .Order(StringComparer.Ordinal),
            told.AddOns.Select(static one => one.Id).Order(StringComparer.Ordinal)
        );
    }

    private ExpectedUse? Expect(ToldCompany company, ToldFeature feature) =>
        ExpectedUse.Of(company, feature, clock.GetUtcNow());

    private static ExpectedUse Of(FeatureUsageResponseData told) =>
        new(
            told.EntitlementId,
            told.AllocationType,
            told.Access,
            told.Allocation,
            told.Usage,
            told.Period,
            told.MonthReset,
            told.MetricResetAt
        );

    private static CheckFlagRequestBody CheckOf(ToldCompany company) =>
        new() { Company = new Dictionary<string, string> { ["domain"] = company.Domain } };
}
