using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Events;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Persistence.Sqlite;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events;

public abstract class EventStoreTests(ApiFixture api) : FlagTopic(api)
{
    public static TheoryData<string> Filters { get; } = ["company_id", "user_id", "flag_id", ""];

    [Fact]
    public async Task A_check_can_be_read_with_whom_it_was_about()
    {
        var (flag, company, user) = (await NewFlagAsync(), await NewCompanyAsync(), await NewUserAsync());
        var answer = await CheckAsync(flag.Key, company.Id, user.Id);
        await FlushAsync();

        var listed = Assert.Single(await ListAsync(new EventsQuery { FlagId = flag.Id }));
        var read = (await Production.Events.GetAsync(listed.Id, Cancellation)).Data;

        Assert.StartsWith("evt_", read.Id, StringComparison.Ordinal);
        Assert.Equal((EventType.FlagCheck, EventStatus.Processed, 1), (read.Type, read.Status, read.Quantity));
        Assert.Equal(
            (company.Id, company.Name, user.Id, user.Name),
            (read.CompanyId, read.Company?.Name, read.UserId, read.User?.Name)
        );
        Assert.InRange(read.CapturedAt, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        var body = read.Body.Deserialize<EventBodyFlagCheck>(WireJson.Tolerant)!;
        Assert.Equal(
            (flag.Key, flag.Id, answer.Value, answer.Reason),
            (body.FlagKey, body.FlagId, body.Value, body.Reason)
        );
        Assert.Contains(flag.Key, read.BodyPreview, StringComparison.Ordinal);
        Assert.Equal(
            JsonSerializer.Serialize(listed, WireJson.Strict),
            JsonSerializer.Serialize(read, WireJson.Strict)
        );
    }

    [Fact]
    public async Task Events_are_found_by_company_user_flag_and_type()
    {
        var (flag, other) = (await NewFlagAsync(), await NewFlagAsync());
        var (acme, zenith, ada) = (await NewCompanyAsync(), await NewCompanyAsync(), await NewUserAsync());
        await CheckAsync(flag.Key, acme.Id, ada.Id);
        await CheckAsync(other.Key, acme.Id, null);
        await CheckAsync(flag.Key, zenith.Id, null);
        await FlushAsync();

        Assert.Equal([other.Key, flag.Key], await KeysAsync(new EventsQuery { CompanyId = acme.Id }));
        Assert.Equal([flag.Key], await KeysAsync(new EventsQuery { UserId = ada.Id }));
        Assert.Equal(
            [zenith.Id, acme.Id],
            (await ListAsync(new EventsQuery { FlagId = flag.Id })).Select(static found => found.CompanyId)
        );
        Assert.Equal([flag.Key], await KeysAsync(new EventsQuery { CompanyId = acme.Id, FlagId = flag.Id }));
        Assert.Equal(
            2,
            (
                await ListAsync(
                    new EventsQuery { CompanyId = acme.Id, EventTypes = [EventType.Track, EventType.FlagCheck] }
                )
            ).Count
        );
        Assert.Empty(await ListAsync(new EventsQuery { CompanyId = acme.Id, EventTypes = [EventType.Track] }));
        Assert.Empty(await ListAsync(new EventsQuery { CompanyId = acme.Id, EventSubtype = "api-call" }));
        Assert.Empty(await ListAsync(new EventsQuery { CompanyId = acme.Id, IdempotencyKey = "once" }));
        Assert.Empty(await ListAsync(new EventsQuery { CompanyId = "comp_nosuch" }));
        Assert.Empty((await Staging.Events.ListAsync(new EventsQuery { FlagId = flag.Id }, Cancellation)).Data);
    }

    [Fact]
    public async Task Newest_come_first_and_pages_of_one_moment_neither_overlap_nor_skip()
    {
        var company = await NewCompanyAsync();
        var recorder = Server.Services.GetRequiredService<CheckRecorder>();
        var environment = await EnvironmentSeqAsync(company.Id);
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        foreach (
            var (key, at) in new[]
            {
                ("old", now.AddSeconds(-1)),
                ("a", now),
                ("b", now),
                ("c", now),
                ("new", now.AddSeconds(1)),
            }
        )
            recorder.Record(
                new CheckRecord(
                    environment,
                    null,
                    new CheckFlagResponseData
                    {
                        Flag = key,
                        Value = false,
                        Reason = "x",
                        CompanyId = company.Id,
                    },
                    null,
                    null,
                    false,
                    at
                )
            );
        await FlushAsync();

        var all = await ListAsync(new EventsQuery { CompanyId = company.Id });
        var paged = new List<string>();
        for (var offset = 0; offset < 5; offset++)
            paged.Add(
                Assert
                    .Single(
                        await ListAsync(
                            new EventsQuery
                            {
                                CompanyId = company.Id,
                                Limit = 1,
                                Offset = offset,
                            }
                        )
                    )
                    .Id
            );

        Assert.Equal(["new", "old"], [Body(all[0]).FlagKey, Body(all[^1]).FlagKey]);
        Assert.Equal(all.Select(static found => found.Id), paged);
        Assert.Equal(
            all.Skip(1).Take(3).Select(static found => found.Id).OrderDescending(StringComparer.Ordinal),
            all.Skip(1).Take(3).Select(static found => found.Id)
        );
    }

    [Fact]
    public async Task Whom_it_was_about_may_be_gone()
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());
        await CheckAsync(flag.Key, company.Id, null);
        await FlushAsync();

        await Production.Companies.DeleteAsync(company.Id, Cancellation);

        var left = Assert.Single(await ListAsync(new EventsQuery { FlagId = flag.Id }));
        Assert.Equal((company.Id, null), (left.CompanyId, left.Company));
    }

    [Fact]
    public async Task An_event_that_does_not_exist_is_not_found() =>
        Assert.Contains(
            "evt_nosuch",
            await RefusedAsync(HttpStatusCode.NotFound, () => Production.Events.GetAsync("evt_nosuch", Cancellation)),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_newest_are_read_from_an_index_in_its_order(string filter)
    {
        var environment = await EnvironmentSeqAsync((await NewCompanyAsync()).Id);
        var database = Server.Services.GetRequiredService<IDatabase>();
        await database.WriteAsync(environment, FillAsync, Cancellation);
        await using var db = database.Open(environment);
        var query = new EventsQuery
        {
            EventTypes = [EventType.FlagCheck],
            Limit = 50,
            Offset = 0,
        };
        query = filter switch
        {
            "company_id" => query with { CompanyId = "comp_7" },
            "user_id" => query with { UserId = "user_7" },
            "flag_id" => query with { FlagId = "flag_7" },
            _ => query,
        };

        var plan = await PlanAsync(db, EventStore.Newest(db, query));

        Assert.Contains(
            $"_environment_seq_{(filter.Length == 0 ? "" : $"{filter}_")}captured_at_id",
            plan,
            StringComparison.Ordinal
        );
        // A month is a partition: several that are in order are merged, by a "Sort Key".
        Assert.DoesNotMatch(@"SCAN|TEMP B-TREE|Seq Scan|\bSort\s+\(", plan);
    }

    private static EventBodyFlagCheck Body(EventDetailResponseData check) =>
        check.Body.Deserialize<EventBodyFlagCheck>(WireJson.Tolerant)!;

    // Tens of thousands of events of a hundred companies, users and flags, straight into the table.
    private static async Task<bool> FillAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        if (await db.Events.CountAsync(cancellationToken) > 20_000)
            return false;
        var start = DateTimeOffset.UnixEpoch;
        for (var batch = 0; batch < 200; batch++)
        {
            var sql = new SqlText(
                $"INSERT INTO events (id, environment_seq, event_type, status, body, company_id, user_id, flag_id, quantity, clock, captured_at, received_at) VALUES "
            );
            for (var i = 0; i < 100; i++)
                sql.Append(
                    $"{new SqlLiteral(i == 0 ? "" : ", ")}({Unique("evt")}, {db.EnvironmentSeq}, {EventRow.FlagCheck}, {EventStatus.Processed}, {"{}"}, {Of("comp", i)}, {Of("user", i)}, {Of("flag", i)}, 1, 0, {start.AddSeconds((batch * 100) + i)}, {start})"
                );
            await db.ExecuteAsync(sql, cancellationToken);
        }

        await db.ExecuteAsync(new SqlText($"ANALYZE"), cancellationToken);
        return true;
    }

    private static string Of(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}_{number}");

    private static async Task<string> PlanAsync(SchematicDb db, IQueryable<EventRow> page)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await using var command = page.CreateDbCommand();
        command.CommandText = $"{(db is SqliteSchematicDb ? "EXPLAIN QUERY PLAN " : "EXPLAIN ")}{command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    }

    private async Task<CheckFlagResponseData> CheckAsync(string key, string companyId, string? userId) =>
        (
            await Production.Flags.CheckAsync(
                key,
                new CheckFlagRequestBody
                {
                    Company = new Dictionary<string, string> { ["id"] = companyId },
                    User = userId is null ? null : new Dictionary<string, string> { ["id"] = userId },
                },
                Cancellation
            )
        ).Data;

    private Task FlushAsync() => Server.Services.GetRequiredService<CheckRecorder>().FlushAsync(Cancellation);

    private async Task<int> EnvironmentSeqAsync(string companyId)
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return (
            await db.Entities.IgnoreQueryFilters().SingleAsync(row => row.Id == companyId, Cancellation)
        ).EnvironmentSeq;
    }

    private async Task<IReadOnlyList<EventDetailResponseData>> ListAsync(EventsQuery query) =>
        (await Production.Events.ListAsync(query, Cancellation)).Data;

    private async Task<IEnumerable<string>> KeysAsync(EventsQuery query) =>
        (await ListAsync(query)).Select(static found => Body(found).FlagKey);
}

public sealed class EventStoreTestsOnSqlite(SqliteApi api) : EventStoreTests(api), IClassFixture<SqliteApi>;

public sealed class EventStoreTestsOnPostgreSql(PostgreSqlApi api) : EventStoreTests(api), IClassFixture<PostgreSqlApi>;
