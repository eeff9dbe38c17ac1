using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

/// <summary>
/// Counts changes of definitions, for whoever holds in memory how a trait's values compare: in rules and for every
/// company and user.
/// </summary>
internal static class DefinitionChanges
{
    public const string CounterName = "definitions";

    /// <summary>Marks a change of a definition inside the transaction that makes it.</summary>
    public static Task AddAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        db.Changes.EveryEntity = true;
        return ChangeCounters.IncrementAsync(db, CounterName, cancellationToken);
    }
}
