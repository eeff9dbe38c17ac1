using System.Net;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events;

public abstract class EventTailTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task Whoever_waits_is_told_of_what_comes_and_of_how_much_was_left_out()
    {
        var gateway = await EmptyEnvironmentAsync();
        await SendAsync(gateway, Track("before", "acme"));
        var before = (await gateway.Events.TailAsync(new EventTailQuery { After = "0" }, Cancellation)).Data;
        var waiting = gateway.Events.TailAsync(new EventTailQuery { After = before.Cursor }, Cancellation);

        var sent = await SendAsync(gateway, Track("export", "acme"));
        var first = (await waiting).Data;
        await gateway.Events.CreateBatchAsync(
            new CreateEventBatchRequestBody
            {
                Events = [.. Enumerable.Range(0, 120).Select(static _ => Track("flood", "acme"))],
            },
            Cancellation
        );
        var second = (await gateway.Events.TailAsync(new EventTailQuery { After = first.Cursor }, Cancellation)).Data;

        Assert.Equal("before", Assert.Single(before.Events).Subtype);
        Assert.Equal(sent.Id, Assert.Single(first.Events).Id);
        Assert.Equal((50, 70), (second.Events.Count, second.Skipped));
        Assert.All(second.Events, static one => Assert.Equal("flood", one.Subtype));
    }

    [Fact]
    public async Task A_cursor_that_nobody_gave_is_refused() =>
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => Production.Events.TailAsync(new EventTailQuery { After = "x" }, Cancellation)
        );
}

public sealed class EventTailTestsOnSqlite(SqliteApi api) : EventTailTests(api), IClassFixture<SqliteApi>;

public sealed class EventTailTestsOnPostgreSql(PostgreSqlApi api) : EventTailTests(api), IClassFixture<PostgreSqlApi>;
