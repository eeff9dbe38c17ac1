using System.Globalization;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence;

internal static class ChangeCounters
{
    /// <summary>Counts a change inside the transaction that makes it.</summary>
    public static async Task IncrementAsync(SchematicDb db, string name, CancellationToken cancellationToken) =>
        db.Changes.Counters[name] = await db.ScalarAsync<long>(
            new SqlText(
                $"INSERT INTO change_counters (name, version) VALUES ({name}, 1) ON CONFLICT (name) DO UPDATE SET version = change_counters.version + 1 RETURNING version"
            ),
            cancellationToken
        );

    /// <summary>The name of a counter that each environment has of its own; it goes with the environment.</summary>
    public static string NameOf(string counter, int environmentSeq) => $"{counter}{Suffix(environmentSeq)}";

    /// <summary>Suffix of the names of all counters of one environment.</summary>
    public static string Suffix(int environmentSeq) =>
        string.Create(CultureInfo.InvariantCulture, $":{environmentSeq}");
}
