using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence;

public sealed class DiskRoomTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Exception> Full { get; } =
    [
        new SqliteException("database or disk is full", 13),
        new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull),
        new InvalidOperationException("wrapped", new SqliteException("database or disk is full", 13)),
    ];

    [Theory]
    [MemberData(nameof(Full))]
    public async Task A_write_without_room_is_remembered_until_one_finds_some(Exception failure)
    {
        var room = new DiskRoom(_clock, NullLogger<DiskRoom>.Instance);
        Assert.False(room.IsFull);

        await Assert.ThrowsAsync(failure.GetType(), () => room.WatchAsync(1, Task.FromException<int>(failure)));
        Assert.True(room.IsFull);
        await Assert.ThrowsAsync<IOException>(() => room.WatchAsync(1, Task.FromException<int>(new IOException())));
        Assert.True(room.IsFull);
        // A few incidental bytes still find a place somewhere.
        await room.WatchAsync(SchematicDb.IncidentalSeq, Task.FromResult(0));
        Assert.True(room.IsFull);
        await room.WatchAsync(1, Task.FromResult(0));
        Assert.False(room.IsFull);
    }

    [Fact]
    public async Task It_is_forgotten_when_nobody_writes_any_more()
    {
        var room = new DiskRoom(_clock, NullLogger<DiskRoom>.Instance);
        var failure = new SqliteException("database or disk is full", 13);

        await Assert.ThrowsAsync<SqliteException>(() => room.WatchAsync(1, Task.FromException<int>(failure)));

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(room.IsFull);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(room.IsFull);
    }

    // As if the disk had no more blocks: SQLite refuses with the same error. What a commit appends to the log is not
    // kept back by it; the other test fills a real file system.
    [Fact]
    public async Task A_database_without_pages_refuses_writes_and_goes_on_reading()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await LimitAsync(server, "1");

        await AssertFullAsync(server);

        await LimitAsync(server, "1073741823");
        await AssertBackAsync(server);
    }

    [Fact]
    public async Task A_full_file_system_refuses_writes_and_goes_on_reading()
    {
        await using var disk = await SmallDisk.MountAsync("24m");
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Data:Path"] = disk.Folder } }
        );
        await disk.FillAsync();

        await AssertFullAsync(server);

        disk.MakeRoom();
        await AssertBackAsync(server);
    }

    private static async Task AssertFullAsync(ApiServer server)
    {
        var stored = new List<string>();
        Reply? refused = null;
        for (var i = 0; i < 5_000 && refused is null; i++)
        {
            var domain = $"before-{i.ToString(CultureInfo.InvariantCulture)}.example";
            var reply = await UpsertAsync(server, domain);
            if (reply.Status == HttpStatusCode.OK)
                stored.Add(domain);
            else
                refused = reply;
        }

        Assert.NotNull(refused);
        Assert.True(refused.Status == HttpStatusCode.ServiceUnavailable, refused.Text);
        Assert.StartsWith("The disk of the database is full; nothing was changed.", refused.Error);
        Assert.NotNull(refused.Headers.RetryAfter);
        // Many at once, which share a transaction.
        var more = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i => UpsertAsync(server, $"more-{i.ToString(CultureInfo.InvariantCulture)}.example"))
        );
        Assert.All(
            more,
            static reply =>
                Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, reply.Text)
        );
        Assert.Contains(more, static reply => reply.Status == HttpStatusCode.ServiceUnavailable);

        Assert.StartsWith("The disk of the database is full.", Assert.Single(server.Logs.Errors).Message);
        var ready = await server.SendAsync("GET", "/health/ready", null, null);
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.StartsWith("The disk of the database is full", ready.Json.GetProperty("warning").GetString());
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/companies", null, Keys.Production)).Status);
        var check = await server.SendAsync("POST", "/flags/none/check", "{}"u8.ToArray(), Keys.Production);
        Assert.Equal(HttpStatusCode.OK, check.Status);
        foreach (var domain in stored)
            Assert.Equal(
                HttpStatusCode.OK,
                (await server.SendAsync("GET", $"/companies/lookup?domain={domain}", null, Keys.Production)).Status
            );
    }

    private static async Task AssertBackAsync(ApiServer server)
    {
        Assert.Equal(HttpStatusCode.OK, (await UpsertAsync(server, "after.example")).Status);
        var ready = await server.SendAsync("GET", "/health/ready", null, null);
        Assert.False(ready.Json.TryGetProperty("warning", out _));
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
        Assert.Equal("ok", await db.ScalarAsync<string>(new SqlText($"PRAGMA integrity_check"), Cancellation));
    }

    private static Task<Reply> UpsertAsync(ApiServer server, string domain) =>
        server.SendAsync(
            "POST",
            "/companies",
            Encoding.UTF8.GetBytes(
                $$$"""{"keys":{"domain":"{{{domain}}}"},"traits":{"notes":"{{{new string('x', 1_000)}}}"} }"""
            ),
            Keys.Production
        );

    /// <summary>The most pages that the database may have; never fewer than it has.</summary>
    private static Task LimitAsync(ApiServer server, string pages) =>
        server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                (db, token) => db.ExecuteAsync(new SqlText($"PRAGMA max_page_count={new SqlLiteral(pages)}"), token),
                Cancellation
            );
}
