using Schematic.Api.Tests.Credits;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies.Usage;

public abstract class FeatureUseCreditsTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task A_use_names_the_grants_that_it_draws_from()
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 2);
        var expiresAt = DateTimeOffset.UtcNow.AddDays(30);
        await GrantAsync(Grant(company, credit, 100));
        await GrantAsync(Grant(company, credit, 20));
        await GrantAsync(
            Grant(company, credit, 50) with
            {
                Reason = BillingCreditGrantReason.Purchased,
                ExpiresAt = expiresAt,
            }
        );
        var removed = await GrantAsync(Grant(company, credit, 7));
        await Production.CompanyCredits.ZeroOutAsync(removed.Id, new ZeroOutGrantRequestBody(), Cancellation);
        // Of another company, whose grants are its own.
        await GrantAsync(Grant((await NewCompanyAsync(Unique("other"))).Id, credit, 1_000));
        await TrackAsync(feature, domain, 5);

        var usage = Assert.Single(
            (
                await Production.Entitlements.ListFeatureUsageAsync(
                    new FeatureUsageQuery { CompanyId = company },
                    Cancellation
                )
            ).Data
        );
        var holder = Assert.Single(
            (
                await Production.Features.ListCompaniesAsync(
                    new FeatureCompaniesQuery { FeatureId = feature.Id },
                    Cancellation
                )
            ).Data
        );

        Assert.Equal(new Dictionary<string, double> { ["free"] = 120, ["purchased"] = 50 }, usage.CreditGrantCounts);
        Assert.Equal(usage.CreditTotal, usage.CreditGrantCounts!.Values.Sum());
        Assert.Equal(
            [
                (BillingCreditGrantReason.Free, 100d),
                (BillingCreditGrantReason.Free, 20d),
                (BillingCreditGrantReason.Purchased, 50d),
            ],
            usage.CreditGrantDetails!.Select(static grant => (grant.GrantReason, grant.Quantity))
        );
        Assert.Equal(expiresAt, usage.CreditGrantDetails![2].ExpiresAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal(usage.CreditGrantDetails, holder.CreditGrantDetails);
        var used = holder.CreditUsage!;
        Assert.Equal(
            (2, 160, 170, 10),
            (used.CreditConsumptionRate, used.CreditRemaining, used.CreditTotal, used.CreditUsed)
        );
        Assert.Equal(usage.CreditGrantCounts, used.CreditGrantCounts);
        Assert.NotNull(used.CreditTypeName);
    }

    [Fact]
    public async Task A_use_that_costs_nothing_has_no_grants()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var company = await NewCompanyAsync(Unique("acme"));
        await OverrideAsync(company, feature, 20);

        var holder = Assert.Single(
            (
                await Production.Features.ListCompaniesAsync(
                    new FeatureCompaniesQuery { FeatureId = feature.Id },
                    Cancellation
                )
            ).Data
        );

        Assert.Null(holder.CreditGrantCounts);
        Assert.Null(holder.CreditGrantDetails);
        Assert.Null(holder.CreditUsage);
    }
}

public sealed class FeatureUseCreditsTestsOnSqlite(SqliteApi api)
    : FeatureUseCreditsTests(api),
        IClassFixture<SqliteApi>;

public sealed class FeatureUseCreditsTestsOnPostgreSql(PostgreSqlApi api)
    : FeatureUseCreditsTests(api),
        IClassFixture<PostgreSqlApi>;
