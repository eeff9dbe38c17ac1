using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence;

/// <summary>
/// Every row of every table as one line of text, so that "nothing was changed" can be said of the whole database.
/// </summary>
internal static class TableDump
{
    /// <summary>Noted by the server on its own time.</summary>
    private static readonly string[] IgnoredColumns = ["last_checked_at", "last_used_at"];

    /// <summary>Written or trimmed by the server on its own time.</summary>
    private static readonly string[] IgnoredTables =
    [
        "audit_log",
        "changes",
        "credit_self_checks",
        "events",
        "unknown_flags",
    ];

    public static async Task<IReadOnlyList<string>> OfAsync(ApiServer server)
    {
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        foreach (
            var table in db
                .Model.GetEntityTypes()
                .Select(static type => type.GetTableName()!)
                .Distinct()
                .Except(IgnoredTables)
        )
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                lines.Add(
                    $"{table} {string.Join(' ', Enumerable.Range(0, reader.FieldCount).Where(i => !IgnoredColumns.Contains(reader.GetName(i))).Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))};"))}"
                );
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Only what one environment holds.</summary>
    public static async Task<IReadOnlyList<string>> OfEnvironmentAsync(ApiServer server, string environmentId)
    {
        var lines = await OfAsync(server);
        var environment = lines.Single(line =>
            line.StartsWith("environments ", StringComparison.Ordinal)
            && line.Contains($" id={environmentId};", StringComparison.Ordinal)
        );
        var seq = environment.Split(' ').Single(static column => column.StartsWith("seq=", StringComparison.Ordinal));
        return [environment, .. lines.Where(line => line.Contains($" environment_{seq}", StringComparison.Ordinal))];
    }

    /// <summary>
    /// Fails if an act changes rows each time it is tried. What the server does on its own time, for seconds after some
    /// requests, comes in between once, and not three times.
    /// </summary>
    /// <param name="prepare">Called with the number of each try: none must miss a row that the one before took.</param>
    public static async Task AssertUnchangedAsync<T>(
        Func<int, Task<T>> prepare,
        Func<T, Task<IReadOnlyList<string>>> dump,
        Func<T, Task> act
    )
    {
        const int tries = 3;
        for (var attempt = 1; ; attempt++)
        {
            var stage = await prepare(attempt);
            var before = await dump(stage);
            await act(stage);
            var after = await dump(stage);
            if (attempt < tries && !before.SequenceEqual(after))
                continue;
            Assert.Equal(before, after);
            return;
        }
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
