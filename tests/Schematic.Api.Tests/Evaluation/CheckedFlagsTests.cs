using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Evaluation;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Unknown;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

public abstract class CheckedFlagsTests(ApiFixture api) : FlagTopic(api)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Acme = new() { ["domain"] = "acme" };

    [Fact]
    public async Task The_latest_check_of_each_flag_is_kept_whoever_notes_it_last()
    {
        var (one, other) = (await NewFlagSeqAsync(), await NewFlagSeqAsync());
        var environmentSeq = await NewEnvironmentSeqAsync();
        var flags = new CheckedFlags();
        flags.Add(other, Noon.AddMinutes(2));
        flags.Add(one, Noon);
        flags.Add(other, Noon.AddMinutes(1));
        await WriteAsync(environmentSeq, flags);

        var late = new CheckedFlags();
        late.Add(one, Noon.AddMinutes(3));
        late.Add(other, Noon);
        await WriteAsync(environmentSeq, late);

        await using var db = Open(environmentSeq);
        var stored = await db.FlagEnvironments.ToDictionaryAsync(row => row.FlagSeq, Cancellation);
        Assert.Equal([one, other], stored.Keys.Order());
        Assert.Equal(Noon.AddMinutes(3), stored[one].LastCheckedAt);
        Assert.Equal(Noon.AddMinutes(2), stored[other].LastCheckedAt);
    }

    [Fact]
    public async Task A_flag_that_is_gone_costs_the_others_nothing()
    {
        var (flagSeq, environmentSeq) = (await NewFlagSeqAsync(), await NewEnvironmentSeqAsync());
        var flags = new CheckedFlags();
        flags.Add(int.MaxValue, Noon);
        flags.Add(flagSeq, Noon);

        await WriteAsync(environmentSeq, flags);

        await using var db = Open(environmentSeq);
        Assert.Equal(flagSeq, (await db.FlagEnvironments.SingleAsync(Cancellation)).FlagSeq);
    }

    [Fact]
    public async Task Checks_of_a_flag_that_does_not_exist_add_up_over_the_time_that_they_span()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        var flags = new CheckedFlags();
        flags.AddUnknown("nosuch", null, null, Noon.AddMinutes(5));
        flags.AddUnknown("nosuch", null, null, Noon.AddMinutes(9));
        flags.AddUnknown("nosuch", Acme, null, Noon.AddMinutes(7));
        flags.AddUnknown("other", null, Acme, Noon);
        await WriteAsync(environmentSeq, flags);
        Assert.Equal(
            (3, Noon.AddMinutes(5), Noon.AddMinutes(9), """{"domain":"acme"}""", "{}"),
            await UnknownAsync(environmentSeq, "nosuch")
        );

        var more = new CheckedFlags();
        more.AddUnknown("nosuch", null, Acme, Noon.AddMinutes(6));
        await WriteAsync(environmentSeq, more);
        var earlier = new CheckedFlags();
        earlier.AddUnknown("nosuch", null, Acme, Noon);
        await WriteAsync(environmentSeq, earlier);

        Assert.Equal(
            (5, Noon, Noon.AddMinutes(9), "{}", """{"domain":"acme"}"""),
            await UnknownAsync(environmentSeq, "nosuch")
        );
    }

    [Fact]
    public async Task Keys_that_applications_make_up_have_a_bound()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        for (var batch = 0; batch < 12; batch++)
        {
            var flags = new CheckedFlags();
            flags.AddUnknown(new string('x', UnknownFlagRow.MaxKeyLength + 1), null, null, Noon);
            for (var i = 0; i < 130; i++)
                flags.AddUnknown($"{batch}-{i:000}", Long(), null, Noon.AddMinutes(batch));
            await WriteAsync(environmentSeq, flags);
        }

        await using var db = Open(environmentSeq);
        var stored = await db.UnknownFlags.ToListAsync(Cancellation);
        Assert.Equal(UnknownFlagRow.MaxKept, stored.Count);
        Assert.Equal(10, stored.Select(static row => row.LastSeenAt).Distinct().Count());
        Assert.Equal(Noon.AddMinutes(2), stored.Min(static row => row.LastSeenAt));
        Assert.All(stored, static row => Assert.Equal("{}", row.ExampleCompany));
    }

    private static Dictionary<string, string> Long() => new() { ["id"] = new string('x', 8192) };

    private Task WriteAsync(int environmentSeq, CheckedFlags flags) =>
        Server.Services.GetRequiredService<IDatabase>().WriteAsync(environmentSeq, flags.WriteAsync, Cancellation);

    private SchematicDb Open(int environmentSeq) =>
        Server.Services.GetRequiredService<IDatabase>().Open(environmentSeq);

    private async Task<(long, DateTimeOffset, DateTimeOffset, string, string)> UnknownAsync(
        int environmentSeq,
        string key
    )
    {
        await using var db = Open(environmentSeq);
        var row = await db.UnknownFlags.SingleAsync(one => one.Key == key, Cancellation);
        return (row.Count, row.FirstSeenAt, row.LastSeenAt, row.ExampleCompany, row.ExampleUser);
    }

    private async Task<int> NewFlagSeqAsync()
    {
        var id = (await NewFlagAsync()).Id;
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return (await db.Flags.SingleAsync(row => row.Id == id, Cancellation)).Seq;
    }
}

public sealed class CheckedFlagsTestsOnSqlite(SqliteApi api) : CheckedFlagsTests(api), IClassFixture<SqliteApi>;

public sealed class CheckedFlagsTestsOnPostgreSql(PostgreSqlApi api)
    : CheckedFlagsTests(api),
        IClassFixture<PostgreSqlApi>;
