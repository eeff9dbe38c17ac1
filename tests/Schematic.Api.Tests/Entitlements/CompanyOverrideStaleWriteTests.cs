using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entitlements;

/// <summary>Two people change one override, and nothing is lost silently.</summary>
public abstract class CompanyOverrideStaleWriteTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Every_change_gives_an_override_another_ETag_and_reading_gives_it_none()
    {
        var made = await Production.Entitlements.CreateOverrideAsync(await BodyAsync(), Cancellation);
        var id = made.Data.Id;

        var read = await Production.Entitlements.GetOverrideAsync(id, Cancellation);
        var changed = await UpdateAsync(id, 20, read.ETag);
        var extended = await Production.Entitlements.UpdateOverrideAsync(
            id,
            Limit(20) with
            {
                ExpirationDate = new(DateTimeOffset.UtcNow.AddDays(1)),
            },
            changed.ETag,
            Cancellation
        );
        var noted = await Production.Entitlements.UpdateOverrideAsync(
            id,
            Limit(20) with
            {
                Note = "Why.",
            },
            extended.ETag,
            Cancellation
        );

        Assert.Equal(made.ETag, read.ETag);
        Assert.Equal(4, new[] { read.ETag, changed.ETag, extended.ETag, noted.ETag }.Distinct().Count());
        Assert.Equal(noted.ETag, (await Production.Entitlements.GetOverrideAsync(id, Cancellation)).ETag);
    }

    [Fact]
    public async Task A_stale_write_changes_nothing_and_tells_what_is_there()
    {
        var made = await Production.Entitlements.CreateOverrideAsync(await BodyAsync(), Cancellation);
        var id = made.Data.Id;
        var theirs = await UpdateAsync(id, 20, made.ETag);

        var update = await Assert.ThrowsAsync<GatewayException>(() => UpdateAsync(id, 30, made.ETag));
        var removal = await Assert.ThrowsAsync<GatewayException>(() =>
            Production.Entitlements.DeleteOverrideAsync(id, made.ETag, Cancellation)
        );

        foreach (var stale in new[] { update, removal })
        {
            Assert.True(stale.IsStale);
            AssertSentence(stale.Message);
            var (data, tag) = stale.Current<CompanyOverrideResponseData>()!.Value;
            Assert.Equal((20, theirs.ETag), (data.ValueNumeric, tag));
        }

        Assert.Equal(20, (await Production.Entitlements.GetOverrideAsync(id, Cancellation)).Data.ValueNumeric);
        await Production.Entitlements.DeleteOverrideAsync(id, theirs.ETag, Cancellation);
        await RefusedAsync(HttpStatusCode.NotFound, () => UpdateAsync(id, 30, theirs.ETag));
    }

    [Fact]
    public async Task Without_a_state_the_last_write_wins()
    {
        var made = await Production.Entitlements.CreateOverrideAsync(await BodyAsync(), Cancellation);
        await UpdateAsync(made.Data.Id, 20, null);

        Assert.Equal(30, (await UpdateAsync(made.Data.Id, 30, null)).Data.ValueNumeric);
    }

    [Fact]
    public async Task Of_many_writes_of_one_state_exactly_one_wins()
    {
        var made = await Production.Entitlements.CreateOverrideAsync(await BodyAsync(), Cancellation);

        var winners = await Task.WhenAll(
            Enumerable
                .Range(100, 12)
                .Select(limit => TryAsync(limit, () => UpdateAsync(made.Data.Id, limit, made.ETag)))
        );

        var winner = Assert.Single(winners.OfType<int>());
        var now = await Production.Entitlements.GetOverrideAsync(made.Data.Id, Cancellation);
        Assert.Equal(winner, now.Data.ValueNumeric);
    }

    private static async Task<int?> TryAsync(int limit, Func<Task> write)
    {
        try
        {
            await write();
            return limit;
        }
        catch (GatewayException stale) when (stale.IsStale)
        {
            return null;
        }
    }

    private static UpdateCompanyOverrideRequestBody Limit(long limit) =>
        new() { ValueType = EntitlementValueType.Numeric, ValueNumeric = limit };

    private async Task<CreateCompanyOverrideRequestBody> BodyAsync() =>
        OverrideBody(await NewCompanyAsync(Unique("acme")), await NewFeatureAsync(Unique("call")), 10);

    private Task<Contracts.Wire.Envelope<CompanyOverrideResponseData>> UpdateAsync(
        string id,
        long limit,
        string? tag
    ) => Production.Entitlements.UpdateOverrideAsync(id, Limit(limit), tag, Cancellation);
}

public sealed class CompanyOverrideStaleWriteTestsOnSqlite(SqliteApi api)
    : CompanyOverrideStaleWriteTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyOverrideStaleWriteTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyOverrideStaleWriteTests(api),
        IClassFixture<PostgreSqlApi>;
