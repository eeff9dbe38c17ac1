using Schematic.Api.Persistence;

namespace Schematic.Api.Flags;

/// <summary>
/// Counts changes, for whoever keeps an environment's flags in memory: one counter for what the account shares
/// (features, flags), one for each environment's rules.
/// </summary>
internal static class FlagChanges
{
    /// <summary>The counter of what the account shares.</summary>
    public const string OfAccount = "flags";

    /// <summary>Marks a change of a feature or flag inside the transaction that makes it.</summary>
    public static Task InAccountAsync(SchematicDb db, CancellationToken cancellationToken) =>
        ChangeCounters.IncrementAsync(db, OfAccount, cancellationToken);

    /// <summary>
    /// Marks a change of rules in the environment of <paramref name="db"/>, inside the transaction that makes it.
    /// </summary>
    public static Task InEnvironmentAsync(SchematicDb db, CancellationToken cancellationToken) =>
        ChangeCounters.IncrementAsync(db, CounterOf(db.EnvironmentSeq), cancellationToken);

    /// <summary>The counter of the rules of one environment.</summary>
    public static string CounterOf(int environmentSeq) => ChangeCounters.NameOf(OfAccount, environmentSeq);
}
