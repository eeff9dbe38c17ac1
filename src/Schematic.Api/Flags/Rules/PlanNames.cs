using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Names of the plans and plan versions that rules refer to. Plans know flags, so this asks their tables.
/// </summary>
internal static class PlanNames
{
    /// <summary>Whether conditions of this type name plans or versions of them.</summary>
    public static bool AreNamedBy(ConditionType type) =>
        type is ConditionType.Plan or ConditionType.BasePlan or ConditionType.PlanVersion;

    /// <summary>Names of those that exist in the environment, by id: one statement, and none without ids.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return new Dictionary<string, string>();
        var among = db.Dialect.Among(SqlArray.Of(ids));
        var found = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT id, name FROM plans WHERE id {among}
                UNION ALL
                SELECT id, name || ' v' || version FROM plan_versions
                WHERE environment_seq = {db.EnvironmentSeq} AND id {among}
                """
            ),
            static row => (Id: row.GetString(0), Name: row.GetString(1)),
            cancellationToken
        );
        return found.ToDictionary(static one => one.Id, static one => one.Name, StringComparer.Ordinal);
    }
}
