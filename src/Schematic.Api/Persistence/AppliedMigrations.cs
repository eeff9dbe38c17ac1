using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence;

/// <summary>Holds the migrations that a database has to those that this build knows.</summary>
internal static class AppliedMigrations
{
    /// <summary>
    /// To be called before anything is changed. Whoever calls migrates only where some are missing: EF Core compares
    /// whole models before it finds that there is nothing to do.
    /// </summary>
    /// <param name="place">The database as the operator knows it.</param>
    /// <returns>Whether some of them are still to be applied.</returns>
    /// <exception cref="UnusableDatabaseException">
    /// Another build made the database, and this one cannot bring it up to date.
    /// </exception>
    public static async Task<bool> RequireKnownAsync(SchematicDb db, string place, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (FindMistake(known, applied, place) is { } mistake)
            throw new UnusableDatabaseException(
                $"{(db.Dialect == SqlDialect.Sqlite ? "Data:Path" : "ConnectionStrings:Schematic")}: {mistake}"
            );
        return known.Except(applied, StringComparer.Ordinal).Any();
    }

    /// <summary>
    /// Says what is wrong; null if all is well. Ids of migrations begin with the time they were made at.
    /// </summary>
    public static string? FindMistake(IReadOnlyList<string> known, IReadOnlyList<string> applied, string place)
    {
        var unknown = applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return null;
        return string.CompareOrdinal(unknown[0], known[^1]) > 0
            ? $"the database at {place} was made by a newer version ({unknown[^1]}). "
                + "Install that version or a later one, or give this one another database; nothing was changed."
            : $"the database at {place} was made by an earlier, unreleased build ({unknown[0]}), "
                + "which cannot be upgraded. Move it away or delete it and start again; nothing was changed.";
    }
}
