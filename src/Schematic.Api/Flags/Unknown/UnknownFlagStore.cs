using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags.Unknown;

/// <summary>Flags that are asked for and do not exist. One that was made since is in the list no longer.</summary>
internal sealed class UnknownFlagStore(IDatabase database, Caller caller)
{
    public async Task<IReadOnlyList<UnknownFlagResponseData>> ListAsync(
        UnknownFlagsQuery query,
        CancellationToken cancellationToken
    )
    {
        // A flag made in any environment takes its key off the list.
        var page = await database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) =>
                Filtered(db, query)
                    .OrderByDescending(row => row.LastSeenAt)
                    .ThenBy(row => row.Key)
                    .Page(query)
                    .ToListAsync(token),
            cancellationToken
        );
        return [.. page.Select(ToContract)];
    }

    public Task<long> CountAsync(UnknownFlagsQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                if (await db.UnknownFlags.Where(row => row.Key == key).ExecuteDeleteAsync(token) == 0)
                    throw ApiProblem.NotFound(
                        $"Nobody has asked for a flag \"{ApiProblem.Shorten(key)}\" in this environment."
                    );
            },
            cancellationToken
        );

    private static IQueryable<UnknownFlagRow> Filtered(SchematicDb db, UnknownFlagsQuery query)
    {
        var flags = db.Flags;
        var rows = db.UnknownFlags.Where(row => !flags.Any(flag => flag.Key == row.Key));
        return TextPart.FromQuery(query.Q) is { } part ? rows.Where(row => row.Key.ToLower().Contains(part)) : rows;
    }

    private static UnknownFlagResponseData ToContract(UnknownFlagRow row) =>
        new()
        {
            Key = row.Key,
            Count = row.Count,
            FirstSeenAt = row.FirstSeenAt,
            LastSeenAt = row.LastSeenAt,
            ExampleCompany = Keys(row.ExampleCompany),
            ExampleUser = Keys(row.ExampleUser),
        };

    private static IReadOnlyDictionary<string, string> Keys(string json) =>
        JsonSerializer.Deserialize<IReadOnlyDictionary<string, string>>(json, WireJson.Strict)!;
}
