using System.Text.Json;
using System.Text.RegularExpressions;
using Schematic.Api.Tests.Authentication;
using Schematic.Api.Tests.Environments;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Flags;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Maintenance.Backup;

/// <summary>
/// A store with something of everything goes into a file while it serves, and comes out of it in each kind of database.
/// </summary>
public sealed partial class BackupStoreDrillTests
{
    /// <summary>Answers that tell of the process or of the moment.</summary>
    private static readonly string[] OfTheMoment = ["/", "/console/sessions/current"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.PostgreSql, DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql, DatabaseProvider.PostgreSql)]
    public async Task Everything_is_there_again_and_goes_on(DatabaseProvider from, DatabaseProvider to)
    {
        using var backup = new BackupFile();
        await using var source = await ApiServer.StartAsync(from);
        var scene = await Scene.SetAsync(source);
        await FilledEnvironment.FillAsync(source, source.Gateway(Keys.Staging), "filled", Cancellation);
        var odd = await WriteOddAsync(source);
        var deleted = await CreateAndDeleteFlagAsync(source);
        await Poll.UntilAsync(
            "the audit log to be complete",
            TimeSpan.FromSeconds(20),
            async () =>
                await StoreRows.ScalarAsync(source, "SELECT count(*) FROM audit_log WHERE status IS NULL")
                    is > 0
                        and var open
                    ? $"{open} are open"
                    : null,
            Cancellation
        );
        await CommandRun.SucceedAsync(source.DatabaseSettings, "backup", backup.Path);
        var expected = await AnswersAsync(source, scene);

        var database = await TestDatabase.CreateAsync(to);
        await CommandRun.SucceedAsync(database.Settings, "restore", backup.Path);
        await CompareRowsAsync(backup, database.Settings);
        await using var target = await ApiServer.StartAsync(
            database,
            new ApiServerOptions { Settings = ApiServerOptions.Blank.Settings }
        );

        var found = await AnswersAsync(target, scene);
        Assert.Equal(expected.Keys, found.Keys);
        Assert.All(expected, answer => Assert.Equal(answer.Value, found[answer.Key]));
        await AssertFoundAsync(target, odd);
        await AssertRightAsync(target, deleted);
        Assert.Empty(target.Logs.Errors);
    }

    /// <summary>A company whose name and traits are hard to carry over.</summary>
    private static async Task<CompanyDetailResponseData> WriteOddAsync(ApiServer server)
    {
        var traits = """{"n": 1.10, "big": 9007199254740993, "deep": {"nul": null, "text": "\"\\\n\u2028 é 😀 <&>"}}""";
        return (
            await server
                .Gateway()
                .Companies.UpsertAsync(
                    new UpsertCompanyRequestBody
                    {
                        Keys = new Dictionary<string, string> { ["domain"] = "ünï-😀-\"quoted\"\\" },
                        Name = "Zażółć 😀\n\t\"x\" ' ; -- 測試",
                        Traits = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(traits),
                    },
                    Cancellation
                )
        ).Data;
    }

    /// <returns>An id that sorts by its creation, of the flag with the highest number there was.</returns>
    private static async Task<long> CreateAndDeleteFlagAsync(ApiServer server)
    {
        var gateway = server.Gateway();
        var flag = (await gateway.Flags.CreateAsync(NewFlag("deleted"), Cancellation)).Data;
        var number = await NumberOfAsync(server, flag.Id);
        await gateway.Flags.DeleteAsync(flag.Id, Cancellation);
        return number;
    }

    private static CreateFlagRequestBody NewFlag(string key) =>
        new()
        {
            Key = key,
            Name = key,
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };

    private static Task<long> NumberOfAsync(ApiServer server, string flagId) =>
        StoreRows.ScalarAsync(server, $"SELECT seq FROM flags WHERE id = '{flagId}'");

    /// <summary>The answer to each operation that reads, by its address.</summary>
    private static async Task<SortedDictionary<string, string>> AnswersAsync(ApiServer server, Scene scene)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in Operations.All.Where(static one => !one.Writes))
        {
            if (OfTheMoment.Contains(operation.Path))
                continue;
            foreach (var key in new[] { Keys.Production, Keys.Staging, Keys.Console })
            {
                var answer = await server.SendAsync("GET", operation.Address(scene), null, key);
                answers.Add(
                    $"{key[..8]} {operation.Address(scene)}",
                    $"{(int)answer.Status} {NotedBeside().Replace(answer.Text, "")}"
                );
            }
        }

        return answers;
    }

    /// <summary>A second backup has the same rows, in whatever order.</summary>
    private static async Task CompareRowsAsync(BackupFile first, IReadOnlyDictionary<string, string> settings)
    {
        using var second = new BackupFile();
        await CommandRun.SucceedAsync(settings, "backup", second.Path);
        Assert.Equal(await RowsAsync(first), await RowsAsync(second));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(BackupFile backup)
    {
        var rows = new List<string>();
        var table = "";
        foreach (var line in (await backup.ReadLinesAsync()).Skip(1).SkipLast(1))
        {
            table = line.StartsWith("{\"table\"", StringComparison.Ordinal) ? line : table;
            rows.Add($"{table} {line}");
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task AssertFoundAsync(ApiServer server, CompanyDetailResponseData odd)
    {
        var gateway = server.Gateway();
        foreach (var query in new[] { "Zażółć", "測試", "ünï-😀" })
        {
            var found = (await gateway.Companies.ListAsync(new CompaniesQuery { Q = query }, Cancellation)).Data;
            Assert.Equal(odd.Id, Assert.Single(found).Id);
        }

        var company = (await gateway.Companies.GetAsync(odd.Id, Cancellation)).Data;
        Assert.Equal(JsonSerializer.Serialize(odd), JsonSerializer.Serialize(company));
    }

    /// <summary>Nothing differs from its ledger, and new rows get numbers that nobody had.</summary>
    private static async Task AssertRightAsync(ApiServer server, long deleted)
    {
        foreach (var key in new[] { Keys.Production, Keys.Staging })
        {
            var check = (await server.Gateway(key).CompanyCredits.RunSelfCheckAsync(Cancellation)).Data;
            Assert.True(check.Accounts > 0);
            Assert.Equal(0, check.DifferenceCount);
        }

        var flag = (await server.Gateway().Flags.CreateAsync(NewFlag("later"), Cancellation)).Data;
        Assert.Equal(deleted + 1, await NumberOfAsync(server, flag.Id));
        await FilledEnvironment.FillAsync(server, server.Gateway(Keys.Development), "later-filled", Cancellation);
        await StoreRows.AssertSearchIndexAsync(server);
    }

    // Written a second later.
    [GeneratedRegex("\"last_(used|checked)_at\":(\"[^\"]*\"|null)")]
    private static partial Regex NotedBeside();
}
