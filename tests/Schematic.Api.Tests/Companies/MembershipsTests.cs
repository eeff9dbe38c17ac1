using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Companies;

public abstract class MembershipsTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task A_pair_that_comes_twice_or_exists_is_one_membership()
    {
        var (environmentSeq, pairs) = await NewPairsAsync(3);
        await AddAsync(environmentSeq, pairs[1]);
        var before = await MembershipsAsync(environmentSeq, pairs[1]);

        await AddAsync(environmentSeq, pairs[2], pairs[0], pairs[2], pairs[1], pairs[0]);
        await AddAsync(environmentSeq);

        foreach (var pair in pairs)
            Assert.Single(await MembershipsAsync(environmentSeq, pair));
        Assert.Equal(before, await MembershipsAsync(environmentSeq, pairs[1]));
    }

    [Fact]
    public async Task Two_that_add_the_same_pairs_in_opposite_order_wait_for_each_other()
    {
        var (environmentSeq, pairs) = await NewPairsAsync(3);
        var (isHeld, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        // Holds both up in the middle: each has then written the pair that it begins with.
        var held = Database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                await Memberships.AddAsync(db, [pairs[1]], Now, token);
                isHeld.TrySetResult();
                await release.Task;
            },
            Cancellation
        );
        await isHeld.Task;

        var one = AddAsync(environmentSeq, pairs);
        var other = AddAsync(environmentSeq, [.. pairs.Reverse()]);
        await BothWaitAsync();
        release.SetResult();
        await held;

        // Whoever is locked out is undone, and tries again.
        Assert.Equal((1, 1), (await one, await other));
        foreach (var pair in pairs)
            Assert.Single(await MembershipsAsync(environmentSeq, pair));
    }

    /// <returns>How many attempts it took.</returns>
    private async Task<int> AddAsync(int environmentSeq, params (long CompanySeq, long UserSeq)[] pairs)
    {
        var attempts = 0;
        await Database.WriteAsync(
            environmentSeq,
            (db, token) =>
            {
                attempts++;
                return Memberships.AddAsync(db, pairs, Now, token);
            },
            Cancellation
        );
        return attempts;
    }

    // On SQLite they wait in the queue of its one writer.
    private async Task BothWaitAsync()
    {
        if (Api.Provider == DatabaseProvider.Sqlite)
            return;
        await using var db = Database.OpenAccount();
        await Poll.UntilAsync(
            "both to wait for a lock",
            TimeSpan.FromSeconds(20),
            async () =>
            {
                var waiting = await db.ScalarAsync<long>(
                    new SqlText(
                        $"""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """
                    ),
                    Cancellation
                );
                return waiting == 2 ? null : $"{waiting}";
            },
            Cancellation
        );
    }

    private async Task<List<string>> MembershipsAsync(int environmentSeq, (long CompanySeq, long UserSeq) pair)
    {
        await using var db = Database.Open(environmentSeq);
        return await db
            .CompanyMemberships.Where(row => row.CompanySeq == pair.CompanySeq && row.UserSeq == pair.UserSeq)
            .Select(row => row.Id)
            .ToListAsync(Cancellation);
    }

    /// <summary>A company and several users who do not belong to it.</summary>
    private async Task<(int EnvironmentSeq, (long CompanySeq, long UserSeq)[] Pairs)> NewPairsAsync(int count)
    {
        var company = (
            await Production.Companies.UpsertAsync(
                new() { Keys = new Dictionary<string, string> { ["domain"] = Unique("acme") } },
                Cancellation
            )
        ).Data;
        var users = new List<string>();
        for (var i = 0; i < count; i++)
            users.Add(
                (
                    await Production.Users.UpsertAsync(
                        new() { Keys = new Dictionary<string, string> { ["email"] = Unique("ada") } },
                        Cancellation
                    )
                )
                    .Data
                    .Id
            );
        await using var db = Database.OpenAccount();
        var rows = db.Entities.IgnoreQueryFilters();
        var found = await rows.SingleAsync(row => row.Id == company.Id, Cancellation);
        var seqs = await rows.Where(row => users.Contains(row.Id))
            .OrderBy(row => row.Seq)
            .Select(row => row.Seq)
            .ToListAsync(Cancellation);
        return (found.EnvironmentSeq, [.. seqs.Select(seq => (found.Seq, seq))]);
    }
}

public sealed class MembershipsTestsOnSqlite(SqliteApi api) : MembershipsTests(api), IClassFixture<SqliteApi>;

public sealed class MembershipsTestsOnPostgreSql(PostgreSqlApi api)
    : MembershipsTests(api),
        IClassFixture<PostgreSqlApi>;
