using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;

namespace Schematic.Api.Flags;

/// <summary>
/// Counts changes, for whoever keeps an environment's flags in memory: one counter for what the account shares (features,
/// flags), one for each environment's rules.
/// </summary>
internal static class FlagChanges
{
    /// <summary>The counter of what the account shares.</summary>
    public const string OfAccount = "flags";

    /// <summary>Marks a change of a feature or flag inside the transaction that makes it.</summary>
    public static Task InAccountAsync(SchematicDb db, CancellationToken cancellationToken) =>
        ChangeCounters.IncrementAsync(db, OfAccount, cancellationToken);

    /// <summary>Marks a change of rules in the environment of <paramref name="db"/>, inside the transaction that makes it.</summary>
    public static Task InEnvironmentAsync(SchematicDb db, CancellationToken cancellationToken) =>
        ChangeCounters.IncrementAsync(db, CounterOf(db.EnvironmentSeq), cancellationToken);

    /// <summary>A number that grows with every change of a feature, a flag or a rule that the environment of <paramref name="db"/> sees. One statement.</summary>
    public static Task<long> VersionAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var ofEnvironment = CounterOf(db.EnvironmentSeq);
        return db
            .ChangeCounters.Where(row => row.Name == OfAccount || row.Name == ofEnvironment)
            .SumAsync(row => row.Version, cancellationToken);
    }

    public static string CounterOf(int environmentSeq) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfAccount}:{environmentSeq}");
}
