using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entitlements;

/// <summary>Filters of overrides by their end and their notes, the same in a list and in its count.</summary>
public abstract class CompanyOverrideFilterTests(ApiFixture api) : PlanTopic(api)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Overrides_are_found_by_when_they_end()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var now = DateTimeOffset.UtcNow;
        var (soon, late) = (now + TimeSpan.FromDays(3), now + TimeSpan.FromDays(30));
        var endless = await NewAsync(feature, null);
        var endsSoon = await NewAsync(feature, soon);
        var endsLate = await NewAsync(feature, late);
        var query = new CompanyOverridesQuery { FeatureId = feature.Id };

        await HasAsync(query, endless, endsSoon, endsLate);
        await HasAsync(query with { ExpiresAfter = now }, endsSoon, endsLate);
        await HasAsync(query with { ExpiresBefore = late }, endsSoon);
        await HasAsync(query with { ExpiresBefore = late + Moment }, endsSoon, endsLate);
        await HasAsync(query with { ExpiresAfter = soon - Moment, ExpiresBefore = soon + Moment }, endsSoon);
        await HasAsync(query with { ExpiresAfter = soon + Moment, ExpiresBefore = soon + Moment + Moment });
    }

    [Fact]
    public async Task One_that_has_expired_is_told_from_those_that_count()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var ends = DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(1500);
        var endless = await NewAsync(feature, null);
        var expired = await NewAsync(feature, ends);
        var query = new CompanyOverridesQuery { FeatureId = feature.Id };

        await Task.Delay(ends - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50), Cancellation);

        await HasAsync(query with { IsExpired = true }, expired);
        await HasAsync(query with { IsExpired = false }, endless);
        await HasAsync(query with { IsExpired = true, WithoutExpired = true });
    }

    [Fact]
    public async Task Overrides_without_a_note_are_told_from_those_with_one()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var silent = await NewAsync(feature, null);
        var noted = await NewAsync(feature, null, "Asked for by Jane.");
        var query = new CompanyOverridesQuery { FeatureId = feature.Id };

        await HasAsync(query with { WithoutNote = true }, silent);
        await HasAsync(query with { WithoutNote = false }, noted);
    }

    private async Task<string> NewAsync(FeatureDetailResponseData feature, DateTimeOffset? ends, string? note = null)
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var body = OverrideBody(company, feature, 10) with { ExpirationDate = ends, Note = note };
        return (await Production.Entitlements.CreateOverrideAsync(body, Cancellation)).Data.Id;
    }

    private async Task HasAsync(CompanyOverridesQuery query, params string[] ids)
    {
        var listed = (await Production.Entitlements.ListOverridesAsync(query, Cancellation)).Data;
        var count = (await Production.Entitlements.CountOverridesAsync(query, Cancellation)).Data.Count;
        Assert.Equal(ids.Order(), listed.Select(static one => one.Id).Order());
        Assert.Equal(ids.Length, count);
    }
}

public sealed class CompanyOverrideFilterTestsOnSqlite(SqliteApi api)
    : CompanyOverrideFilterTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyOverrideFilterTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyOverrideFilterTests(api),
        IClassFixture<PostgreSqlApi>;
