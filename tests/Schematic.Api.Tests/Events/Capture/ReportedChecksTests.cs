using System.Text.Json;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>What checks leave on flags that applications make themselves and report as events.</summary>
public abstract class ReportedChecksTests(ApiFixture api) : FlagTopic(api)
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddHours(-2);

    [Fact]
    public async Task A_reported_check_is_on_the_flag_when_it_is_answered_and_is_no_change_of_it()
    {
        var flag = await NewFlagAsync();
        var before = await Production.Flags.GetAsync(flag.Id, Cancellation);

        var receipt = await SendAsync(Production, Report(flag.Key));

        var after = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.Equal((null, receipt.CapturedAt), (before.Data.LastCheckedAt, after.Data.LastCheckedAt));
        Assert.Equal((before.ETag, before.Data.UpdatedAt), (after.ETag, after.Data.UpdatedAt));
        Assert.Null((await Staging.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);
        Assert.Equal(0, await UnknownAsync(flag.Key));
    }

    [Fact]
    public async Task A_flag_that_is_reported_all_the_time_is_written_once_a_minute_and_never_back()
    {
        var flag = await NewFlagAsync();
        var seen = new List<double>();
        foreach (var second in new[] { 0, 59, 60, -300, 119, 120 })
        {
            await SendAsync(Production, At(Report(flag.Key), second));
            var checkedAt = (await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt;
            seen.Add(Math.Round((checkedAt!.Value - Start).TotalSeconds));
        }

        Assert.Equal([0, 0, 60, 60, 60, 120], seen);
    }

    [Fact]
    public async Task A_key_that_no_flag_has_is_listed_with_every_report_of_it()
    {
        var key = Unique("nosuch");
        await Production.Events.CreateBatchAsync(
            new CreateEventBatchRequestBody
            {
                Events =
                [
                    At(Report(key), 60),
                    At(Report(key, "grace"), 0),
                    At(Report(key), 90),
                    At(Report(new string('x', 256)), 0),
                ],
            },
            Cancellation
        );
        await SendAsync(Production, At(Report(key, "ada"), 30));

        var unknown = Assert.Single(
            (await Production.Flags.ListUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data
        );

        Assert.Equal(
            (key, 4, "ada", 0),
            (unknown.Key, unknown.Count, unknown.ExampleUser["email"], unknown.ExampleCompany.Count)
        );
        Assert.Equal(90, Math.Round((unknown.LastSeenAt - unknown.FirstSeenAt).TotalSeconds));
        Assert.Equal(0, await UnknownAsync("xxxxxxxxxx"));
    }

    [Fact]
    public async Task What_failed_was_dropped_or_is_imported_leaves_nothing()
    {
        var (flag, other, key) = (await NewFlagAsync(), await NewFlagAsync(), Unique("nosuch"));
        var readOnly = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = Unique("key"),
                    EnvironmentId = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId,
                    Readonly = true,
                },
                Cancellation
            )
        ).Data;
        foreach (var reported in new[] { flag.Key, key })
        {
            Assert.NotNull((await SendAsync(Server.Gateway(readOnly.Secret), Report(reported))).EventId);
            var imported = Report(reported) with { SentAt = Start, Backfill = true };
            Assert.NotNull((await SendAsync(Production, imported)).EventId);
        }

        var repeated = Unique("key");
        await SendAsync(Production, At(Report(other.Key), 0) with { IdempotencyKey = repeated });
        foreach (var reported in new[] { flag.Key, other.Key, key })
        {
            var dropped = At(Report(reported), 600) with { IdempotencyKey = repeated };
            Assert.Null((await SendAsync(Production, dropped)).EventId);
        }

        Assert.Null((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);
        var once = (await Production.Flags.GetAsync(other.Id, Cancellation)).Data.LastCheckedAt;
        Assert.Equal(0, Math.Round((once!.Value - Start).TotalSeconds));
        Assert.Equal(0, await UnknownAsync(key));
    }

    private static CreateEventRequestBody Report(string flagKey, string? email = null) =>
        new()
        {
            EventType = EventType.FlagCheck,
            Body = JsonSerializer.SerializeToElement(
                new
                {
                    flag_key = flagKey,
                    reason = "Matched a rule",
                    value = true,
                    req_user = email is null ? null : new { email },
                }
            ),
        };

    /// <summary>The same, so many seconds after the start by the sender's clock.</summary>
    private static CreateEventRequestBody At(CreateEventRequestBody body, int second) =>
        body with
        {
            SentAt = Start.AddSeconds(second),
            TrustedClientClock = true,
        };

    private static async Task<RawEventResponseData> SendAsync(SchematicGateway gateway, CreateEventRequestBody body) =>
        (await gateway.Events.CreateAsync(body, Cancellation)).Data;

    private async Task<long> UnknownAsync(string key) =>
        (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count;
}

public sealed class ReportedChecksTestsOnSqlite(SqliteApi api) : ReportedChecksTests(api), IClassFixture<SqliteApi>;

public sealed class ReportedChecksTestsOnPostgreSql(PostgreSqlApi api)
    : ReportedChecksTests(api),
        IClassFixture<PostgreSqlApi>;
