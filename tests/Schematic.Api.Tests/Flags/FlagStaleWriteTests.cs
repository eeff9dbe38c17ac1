using System.Net;
using Schematic.Contracts.Flags;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Flags;

/// <summary>Two people edit one flag, and nothing is lost silently.</summary>
public abstract class FlagStaleWriteTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task Every_change_gives_the_flag_another_ETag_and_reading_gives_it_none()
    {
        var created = await Production.Flags.CreateAsync(FlagBody(), Cancellation);
        var id = created.Data.Id;

        var read = await Production.Flags.GetAsync(id, Cancellation);
        var renamed = await Production.Flags.UpdateAsync(
            id,
            FlagBody(created.Data.Key) with
            {
                Name = "Renamed",
            },
            read.ETag,
            Cancellation
        );
        var ruled = await Production.Flags.UpdateRulesAsync(id, Rules(Rule("Everybody")), renamed.ETag, Cancellation);
        var again = await Production.Flags.GetAsync(id, Cancellation);

        Assert.Equal(created.ETag, read.ETag);
        Assert.Equal(3, new[] { read.ETag, renamed.ETag, ruled.ETag }.Distinct().Count());
        Assert.Equal(ruled.ETag, again.ETag);
    }

    [Fact]
    public async Task Rules_of_another_environment_make_nothing_stale()
    {
        var flag = await NewFlagAsync();
        var read = await Production.Flags.GetAsync(flag.Id, Cancellation);

        await Staging.Flags.UpdateRulesAsync(flag.Id, Rules(Rule("Staging")), null, Cancellation);

        Assert.Equal(read.ETag, (await Production.Flags.GetAsync(flag.Id, Cancellation)).ETag);
    }

    [Fact]
    public async Task Writing_what_is_there_already_changes_nothing()
    {
        var flag = await NewFlagAsync();
        var rules = await WriteAsync(flag.Id, Rule("Everybody"));
        var before = await Production.Flags.GetAsync(flag.Id, Cancellation);

        await WriteAsync(flag.Id, [.. rules.Select(BackOf)]);
        await Production.Flags.UpdateAsync(flag.Id, FlagBody(flag.Key), null, Cancellation);

        var after = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.Equal(before.ETag, after.ETag);
        Assert.Equal(before.Data.UpdatedAt, after.Data.UpdatedAt);
    }

    [Fact]
    public async Task A_stale_write_changes_nothing_and_tells_what_is_there()
    {
        var flag = await NewFlagAsync();
        var read = await Production.Flags.GetAsync(flag.Id, Cancellation);
        await WriteAsync(flag.Id, Rule("Theirs"));

        var rules = await Assert.ThrowsAsync<GatewayException>(() =>
            Production.Flags.UpdateRulesAsync(flag.Id, Rules(Rule("Mine")), read.ETag, Cancellation)
        );
        var itself = await Assert.ThrowsAsync<GatewayException>(() =>
            Production.Flags.UpdateAsync(flag.Id, FlagBody(flag.Key) with { Name = "Mine" }, read.ETag, Cancellation)
        );

        var now = await Production.Flags.GetAsync(flag.Id, Cancellation);
        foreach (var stale in new[] { rules, itself })
        {
            Assert.True(stale.IsStale);
            AssertSentence(stale.Message);
            var (data, tag) = stale.Current<FlagDetailResponseData>()!.Value;
            Assert.Equal(now.ETag, tag);
            Assert.Equal("Theirs", Assert.Single(data.Rules).Name);
        }

        Assert.Equal("Export", now.Data.Name);
        Assert.Equal(
            "Mine",
            Assert
                .Single(
                    (
                        await Production.Flags.UpdateRulesAsync(
                            flag.Id,
                            Rules(Rule("Mine")),
                            rules.Current<FlagDetailResponseData>()!.Value.ETag,
                            Cancellation
                        )
                    )
                        .Data
                        .Rules
                )
                .Name
        );
    }

    [Fact]
    public async Task Without_a_state_the_last_write_wins()
    {
        var flag = await NewFlagAsync();
        await WriteAsync(flag.Id, Rule("First"));

        await WriteAsync(flag.Id, Rule("Last"));

        Assert.Equal("Last", Assert.Single((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules).Name);
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"nosuch\", {0}", 200)]
    [InlineData("\"nosuch\"", 412)]
    [InlineData("W/{0}", 412)]
    [InlineData("nosuch", 400)]
    [InlineData("\"unfinished", 400)]
    public async Task The_header_is_read_as_HTTP_says(string header, int status)
    {
        var flag = await NewFlagAsync();
        var tag = (await Production.Flags.GetAsync(flag.Id, Cancellation)).ETag!;
        using var http = Server.Http(Keys.Production);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/flags/{flag.Id}/rules")
        {
            Content = new StringContent("""{"rules":[]}"""),
        };
        request.Headers.TryAddWithoutValidation("If-Match", header.Replace("{0}", tag, StringComparison.Ordinal));

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_whatever_state_is_named() =>
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Flags.UpdateRulesAsync("flag_nosuch", Rules(), "\"1-0\"", Cancellation)
        );

    [Fact]
    public async Task Of_many_writes_of_one_state_exactly_one_wins()
    {
        for (var round = 0; round < 5; round++)
        {
            var flag = await NewFlagAsync();
            var tag = (await Production.Flags.GetAsync(flag.Id, Cancellation)).ETag;

            var winners = await Task.WhenAll(
                Enumerable
                    .Range(0, 16)
                    .Select(i =>
                        TryAsync(
                            $"Writer {i}",
                            name =>
                                i % 4 == 0
                                    ? Production.Flags.UpdateAsync(
                                        flag.Id,
                                        FlagBody(flag.Key) with
                                        {
                                            Name = name,
                                        },
                                        tag,
                                        Cancellation
                                    )
                                    : Production.Flags.UpdateRulesAsync(flag.Id, Rules(Rule(name)), tag, Cancellation)
                        )
                    )
            );

            var winner = Assert.Single(winners.OfType<string>());
            var now = (await Production.Flags.GetAsync(flag.Id, Cancellation)).Data;
            Assert.Equal(winner, now.Rules is [var rule] ? rule.Name : now.Name);
        }
    }

    [Fact]
    public async Task Writes_without_a_state_all_succeed_and_leave_one_whole_set()
    {
        var flag = await NewFlagAsync();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => WriteAsync(flag.Id, Rule($"{i} a"), Rule($"{i} b"))));

        var now = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.Equal(2, now.Data.Rules.Count);
        Assert.Equal(now.Data.Rules[0].Name[..^1], now.Data.Rules[1].Name[..^1]);
        Assert.Equal("\"1-16\"", now.ETag);
    }

    private static async Task<string?> TryAsync(string name, Func<string, Task> write)
    {
        try
        {
            await write(name);
            return name;
        }
        catch (GatewayException stale) when (stale.IsStale)
        {
            return null;
        }
    }
}

public sealed class FlagStaleWriteTestsOnSqlite(SqliteApi api) : FlagStaleWriteTests(api), IClassFixture<SqliteApi>;

public sealed class FlagStaleWriteTestsOnPostgreSql(PostgreSqlApi api)
    : FlagStaleWriteTests(api),
        IClassFixture<PostgreSqlApi>;
