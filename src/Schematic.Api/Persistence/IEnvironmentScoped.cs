using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Schematic.Api.Persistence;

/// <summary>
/// A row of one environment: no query sees it without that environment (a filter of <see cref="SchematicDb"/>), and it
/// goes when its environment is deleted.
/// </summary>
internal interface IEnvironmentScoped
{
    int EnvironmentSeq { get; }
}

internal static class EnvironmentScopedTypes
{
    /// <summary>
    /// Whether rows of this type belong to an environment. Types that are derived from such a type share its table and
    /// its filter.
    /// </summary>
    public static bool IsRootOfEnvironment(this IReadOnlyEntityType type) =>
        type.BaseType is null && type.ClrType.IsAssignableTo(typeof(IEnvironmentScoped));

    /// <summary>Whether the database deletes these rows along with another row of their environment.</summary>
    public static bool GoesWithAnotherRow(this IReadOnlyEntityType type) =>
        type.GetForeignKeys()
            .Any(static reference =>
                reference.DeleteBehavior == DeleteBehavior.Cascade
                && reference.PrincipalEntityType.ClrType.IsAssignableTo(typeof(IEnvironmentScoped))
            );
}
