using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence;

internal static class ChangeCounters
{
    /// <summary>Counts a change inside the transaction that makes it.</summary>
    public static Task IncrementAsync(SchematicDb db, string name, CancellationToken cancellationToken)
    {
        db.Changes.Counters.Add(name);
        return db.ExecuteAsync(
            new SqlText(
                $"INSERT INTO change_counters (name, version) VALUES ({name}, 1) ON CONFLICT (name) DO UPDATE SET version = change_counters.version + 1"
            ),
            cancellationToken
        );
    }
}
