using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>What checks leave behind.</summary>
public abstract class CheckRecorderTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task A_check_is_recorded_as_an_event_and_the_flag_as_checked()
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());
        Assert.Null((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);

        await Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company.Id } }, Cancellation);
        await FlushAsync();

        var body = Assert.Single(await EventsAsync(flag.Key));
        Assert.Equal((flag.Id, company.Id, false, company.Id), (Text(body, "flag_id"), Text(body, "company_id"), body.GetProperty("value").GetBoolean(), body.GetProperty("req_company").GetProperty("id").GetString()));
        var read = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.NotNull(read.Data.LastCheckedAt);
        Assert.Null((await Staging.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);
    }

    [Fact]
    public async Task Being_checked_is_no_change_of_the_flag()
    {
        var flag = await NewFlagAsync();
        var before = await Production.Flags.GetAsync(flag.Id, Cancellation);

        await Production.Flags.CheckAllAsync(new CheckFlagRequestBody(), Cancellation);
        await FlushAsync();

        var after = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.NotNull(after.Data.LastCheckedAt);
        Assert.Equal((before.ETag, before.Data.UpdatedAt), (after.ETag, after.Data.UpdatedAt));
        Assert.Empty(await EventsAsync(flag.Key));
    }

    [Fact]
    public async Task A_flag_that_is_asked_for_and_does_not_exist_is_listed_until_it_is_made_or_forgotten()
    {
        var (key, other) = (Unique("nosuch"), Unique("nosuch"));
        for (var i = 0; i < 3; i++)
            await Production.Flags.CheckAsync(key, new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = $"company {i}" } }, Cancellation);
        await Production.Flags.CheckAsync(other, new CheckFlagRequestBody(), Cancellation);
        await FlushAsync();
        await Production.Flags.CheckAsync(key, new CheckFlagRequestBody { User = new Dictionary<string, string> { ["email"] = "ada" } }, Cancellation);
        await FlushAsync();

        var unknown = Assert.Single((await Production.Flags.ListUnknownAsync(new UnknownFlagsQuery { Q = key.ToUpperInvariant() }, Cancellation)).Data);

        Assert.Equal((key, 4, "ada", 0), (unknown.Key, unknown.Count, unknown.ExampleUser["email"], unknown.ExampleCompany.Count));
        Assert.True(unknown.FirstSeenAt < unknown.LastSeenAt);
        Assert.Equal(0, (await Staging.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count);
        await NewFlagAsync(key);
        Assert.Equal(0, (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count);
        await Production.Flags.ForgetUnknownAsync(other, Cancellation);
        Assert.Equal(0, (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = other }, Cancellation)).Data.Count);
    }

    [Fact]
    public async Task In_a_flood_a_sample_is_recorded_and_every_check_is_answered()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var recorder = server.Services.GetRequiredService<CheckRecorder>();
        var answer = new CheckFlagResponseData { Flag = "flood", Value = false, Reason = "x" };
        const int Flood = 5 * CheckRecorder.EventsAtOnce;

        for (var i = 0; i < Flood; i++)
            recorder.Record(new CheckRecord(1, null, answer, null, null, false, DateTimeOffset.UtcNow));
        await recorder.FlushAsync(Cancellation);

        await using var db = server.Services.GetRequiredService<IDatabase>().Open(1);
        // The second may have ended, and another begun, in the middle.
        Assert.InRange(await db.Events.CountAsync(Cancellation), CheckRecorder.EventsAtOnce, 2 * CheckRecorder.EventsAtOnce);
        Assert.Equal(Flood, (await db.UnknownFlags.SingleAsync(row => row.Key == "flood", Cancellation)).Count);
    }

    [Fact]
    public async Task A_flag_that_is_deleted_before_its_checks_are_written_leaves_nothing()
    {
        var flag = await NewFlagAsync();
        await Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody(), Cancellation);
        await Production.Flags.DeleteAsync(flag.Id, Cancellation);
        var key = Unique("nosuch");
        await Production.Flags.CheckAsync(key, new CheckFlagRequestBody(), Cancellation);

        await FlushAsync();

        Assert.Equal(1, (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count);
    }

    private static string? Text(JsonElement body, string member) => body.GetProperty(member).GetString();

    private Task FlushAsync() => Server.Services.GetRequiredService<CheckRecorder>().FlushAsync(Cancellation);

    private async Task<IReadOnlyList<JsonElement>> EventsAsync(string flagKey)
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().Open(0);
        var bodies = await db.Events.IgnoreQueryFilters().Where(row => row.EventType == "flag_check").Select(row => row.Body).ToListAsync(Cancellation);
        return [.. bodies.Select(static body => JsonElement.Parse(body)).Where(body => Text(body, "flag_key") == flagKey)];
    }
}

public sealed class CheckRecorderTestsOnSqlite(SqliteApi api) : CheckRecorderTests(api), IClassFixture<SqliteApi>;

public sealed class CheckRecorderTestsOnPostgreSql(PostgreSqlApi api) : CheckRecorderTests(api), IClassFixture<PostgreSqlApi>;
