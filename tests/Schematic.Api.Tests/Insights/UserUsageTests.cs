using System.Net;
using Schematic.Api.Tests.Events;
using Schematic.Contracts.Insights;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Insights;

/// <summary>Figures: the domain's test cases, usage by user.</summary>
public abstract class UserUsageTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task Usage_without_a_user_is_one_row_that_counts_in_total_and_shares()
    {
        var feature = await NewFeatureAsync(Production);
        var (domain, name) = (Unique("acme"), feature.EventSubtype!);
        // 746 in all: 501 from nobody, 242 from one user (32.4 %), 3 from another.
        await SendAsync(Production, Track(name, domain, quantity: 501));
        await SendAsync(Production, Track(name, domain, Unique("support-bot"), 140));
        var bot = await SendAsync(Production, Track(name, domain, Unique("top"), 242));
        await SendAsync(Production, Track(name, domain, bot.User!.Name, -140));
        await SendAsync(Production, Track(name, domain, bot.User!.Name, 3));
        var company = (await CompanyAsync(Production, domain)).Id;

        var usage = await ReadAsync(company, feature.Id);

        Assert.Equal((746, 2, 0), (usage.TotalUsage, usage.ActiveUsers, usage.UserCount));
        Assert.Equal([501, 140, 105], usage.Users.Select(static row => row.Usage));
        Assert.Equal((null, null), (usage.Users[0].UserId, usage.Users[0].User));
        Assert.Equal(bot.UserId, usage.Users[2].UserId);
        Assert.Equal(0.672, usage.Users[0].Share, 3);
        Assert.Equal(1, usage.Users.Sum(static row => row.Share), 6);
        var second = await ReadAsync(company, feature.Id, limit: 1, offset: 1);
        Assert.Equal(140, Assert.Single(second.Users).Usage);
    }

    [Fact]
    public async Task A_feature_that_counts_nothing_and_another_environments_company_are_refused()
    {
        var feature = await NewFeatureAsync(Production);
        var domain = Unique("acme");
        await SendAsync(Staging, Track(feature.EventSubtype!, domain));
        var foreign = (await CompanyAsync(Staging, domain)).Id;

        await RefusedAsync(HttpStatusCode.NotFound, () => ReadAsync(foreign, feature.Id));
        await RefusedAsync(HttpStatusCode.NotFound, () => ReadAsync(foreign, "feat_nosuch"));
    }

    private async Task<UserUsageByCompanyResponseData> ReadAsync(
        string company,
        string feature,
        int? limit = null,
        long? offset = null
    ) =>
        (
            await Production.Insights.GetUserUsageByCompanyAsync(
                new UserUsageByCompanyQuery
                {
                    CompanyId = company,
                    FeatureId = feature,
                    Limit = limit,
                    Offset = offset,
                },
                Cancellation
            )
        ).Data;
}

public sealed class UserUsageTestsOnSqlite(SqliteApi api) : UserUsageTests(api), IClassFixture<SqliteApi>;

public sealed class UserUsageTestsOnPostgreSql(PostgreSqlApi api) : UserUsageTests(api), IClassFixture<PostgreSqlApi>;
