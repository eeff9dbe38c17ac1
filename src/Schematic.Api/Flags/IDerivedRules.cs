using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;

namespace Schematic.Api.Flags;

/// <summary>Rules that plans and overrides add to a flag. Those know flags, not the other way round.</summary>
internal interface IDerivedRules
{
    /// <summary>
    /// The rules of every version that companies may be on, newest first, and then of the newest overrides that have
    /// not expired. They are made anew at every call and stored nowhere.
    /// </summary>
    Task<IReadOnlyList<FlagRule>> ReadAsync(SchematicDb db, FlagRow flag, CancellationToken cancellationToken);
}
