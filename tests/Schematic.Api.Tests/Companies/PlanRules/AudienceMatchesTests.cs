using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies.PlanRules;

public abstract class AudienceMatchesTests(ApiFixture api) : AudienceTopic(api)
{
    [Fact]
    public async Task Companies_that_match_are_counted_and_named_newest_first_and_get_nothing()
    {
        var trait = await NewTraitAsync();
        var (older, younger) = (await NewCompanyAsync(Unique("older")), await NewCompanyAsync(Unique("younger")));
        await NewCompanyAsync(Unique("other"));
        await SetTraitAsync(older.Id, trait, "gold");
        await SetTraitAsync(younger.Id, trait, "gold");

        var body = new AudienceRequestBody { Conditions = [TraitIs(trait, "gold")], ConditionGroups = [] };

        var found = (await Production.Plans.ListAudienceCompaniesAsync(body, Cancellation)).Data;

        Assert.Equal([younger.Id, older.Id], found.Select(company => company.Id));
        Assert.Equal(2, (await Production.Plans.CountAudienceCompaniesAsync(body, Cancellation)).Data.Count);
        Assert.Equal(
            [older.Id],
            (
                await Production.Plans.ListAudienceCompaniesAsync(body with { Limit = 1, Offset = 1 }, Cancellation)
            ).Data.Select(company => company.Id)
        );
        Assert.Empty((await Staging.Plans.ListAudienceCompaniesAsync(body with { Limit = 0 }, Cancellation)).Data);
    }

    [Fact]
    public async Task What_an_audience_cannot_be_is_refused()
    {
        var body = new AudienceRequestBody { Conditions = [], ConditionGroups = [] };

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "at least one condition",
            () => Production.Plans.CountAudienceCompaniesAsync(body, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "limit",
            () => Production.Plans.ListAudienceCompaniesAsync(body with { Limit = 251 }, Cancellation)
        );
    }
}

public sealed class AudienceMatchesTestsOnSqlite(SqliteApi api) : AudienceMatchesTests(api), IClassFixture<SqliteApi>;

public sealed class AudienceMatchesTestsOnPostgreSql(PostgreSqlApi api)
    : AudienceMatchesTests(api),
        IClassFixture<PostgreSqlApi>;
