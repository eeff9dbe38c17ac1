using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Metering;

public abstract class UsageDeltasTests(ApiFixture api) : EventTopic(api)
{
    private const int Events = 10_000;

    [Fact]
    public async Task Ten_thousand_events_give_the_same_counters_in_whatever_order_they_arrive()
    {
        var dice = new Random(20261120);
        var end = DateTimeOffset.UtcNow.AddMinutes(-1);
        var events = Enumerable.Range(0, Events).Select(_ => Invent(dice, end)).ToArray();
        var (inOrder, shuffled) = (await NewEnvironmentAsync(), await NewEnvironmentAsync());

        await SendAsync(inOrder.Id, [.. events.OrderBy(static one => one.SentAt)]);
        dice.Shuffle(events);
        await SendAsync(shuffled.Id, events);

        var (expected, actual) = (await UsageAsync(inOrder.Id), await UsageAsync(shuffled.Id));
        Assert.True(expected.Count > 1000, $"Only {expected.Count} rows.");
        Assert.Equal(expected, actual);
        // Nothing is lost on the way to the sums.
        Assert.Equal(
            events.Sum(static one => one.Body.GetProperty("quantity").GetInt64()),
            expected
                .Where(static row => row.StartsWith("all Total ", StringComparison.Ordinal))
                .Sum(static row => long.Parse(row.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    private static CreateEventRequestBody Invent(Random dice, DateTimeOffset end)
    {
        var quantity = dice.Next(-3, 20);
        return Track(
            $"event-{dice.Next(4)}",
            dice.Next(10) == 0 ? null : $"company-{dice.Next(30)}",
            dice.Next(3) == 0 ? null : $"user-{dice.Next(50)}",
            quantity == 0 ? 1 : quantity
        ) with
        {
            SentAt = end.AddSeconds(-dice.Next(30 * 86400)),
            TrustedClientClock = true,
        };
    }

    private async Task SendAsync(string environmentId, CreateEventRequestBody[] events)
    {
        var gateway = Server.Gateway(Schematic.Testing.Hosting.ApiKeys.Console, environmentId);
        // Several at once: groups form as they will.
        await Parallel.ForEachAsync(
            events.Chunk(250),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation },
            async (chunk, token) =>
            {
                var receipts = await gateway.Events.CreateBatchAsync(
                    new CreateEventBatchRequestBody { Events = chunk },
                    token
                );
                Assert.All(receipts.Data.Events, static receipt => Assert.NotNull(receipt.EventId));
            }
        );
    }

    /// <summary>Every row of usage in words that are the same in both environments.</summary>
    private async Task<List<string>> UsageAsync(string environmentId)
    {
        var database = Server.Services.GetRequiredService<IDatabase>();
        await using var account = database.OpenAccount();
        var seq = (await account.Environments.SingleAsync(row => row.Id == environmentId, Cancellation)).Seq;
        await using var db = database.Open(seq);
        var names = await db.Entities.ToDictionaryAsync(row => row.Seq, row => row.Name, Cancellation);
        var rows = await db.Usage.ToListAsync(Cancellation);
        return
        [
            .. rows.Select(row =>
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{(row.CompanySeq == 0 ? "all" : names[row.CompanySeq])} {row.Grain} {row.EventSubtype} {row.StartsAt:O} {(row.UserSeq == 0 ? "all" : names[row.UserSeq])} {row.FirstAt:O} {row.LastAt:O} {row.Quantity} {row.Events}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
    }
}

public sealed class UsageDeltasTestsOnSqlite(SqliteApi api) : UsageDeltasTests(api), IClassFixture<SqliteApi>;

public sealed class UsageDeltasTestsOnPostgreSql(PostgreSqlApi api)
    : UsageDeltasTests(api),
        IClassFixture<PostgreSqlApi>;
