using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schematic.Api.Events;
using Schematic.Api.Hosting.Start;
using Schematic.Api.Maintenance.Backup;
using Schematic.Api.Persistence;

namespace Schematic.Api.Maintenance.Doctor;

/// <summary>The database: reached, new enough, with a schema of this version, and by the same clock.</summary>
internal sealed class DatabaseCheck(DatabaseOptions options, TimeProvider time)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TooMuch = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        try
        {
            await using var store = BackupStore.For(options);
            await store.BeginSnapshotAsync(cancellationToken);
            var connection = store.Context.Database.GetDbConnection();
            findings.Add(Version(store.Place, connection));
            var migrations = await SchemaAsync(store, findings, cancellationToken);
            findings.Add(
                options.Provider == DatabaseProvider.PostgreSql
                    ? Clock(await DifferenceAsync(connection, cancellationToken))
                    : await NewestEventAsync(store, migrations, cancellationToken)
            );
        }
        catch (CommandRefusedException)
        {
            findings.Add(new Finding(Health.Ok, "database", "There is none yet: the first start makes it."));
        }
        catch (Exception failure) when (DatabaseTrouble.Explain(options, failure) is { } sentence)
        {
            findings.Add(new Finding(Health.Wrong, "database", sentence));
        }

        if (options.ReplicaConnectionString is { } replica)
            findings.Add(await ReplicaAsync(replica, cancellationToken));
        return findings;
    }

    /// <summary>The finding for a clock of the database that is ahead by so much.</summary>
    public static Finding Clock(TimeSpan ahead)
    {
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{ahead.Duration().TotalSeconds:0.0} s");
        return ahead.Duration() switch
        {
            var large when large > TooMuch => new Finding(
                Health.Wrong,
                "clock",
                $"This machine and the database differ by {seconds}. Set both by NTP: expiries follow the clock."
            ),
            var some when some > Noticeable => new Finding(
                Health.Warning,
                "clock",
                $"This machine and the database differ by {seconds}. Set both by NTP."
            ),
            _ => new Finding(Health.Ok, "clock", "This machine and the database agree on the time."),
        };
    }

    private static Finding Version(string place, DbConnection connection)
    {
        if (connection is not NpgsqlConnection postgreSql)
            return new Finding(Health.Ok, "database", $"SQLite {connection.ServerVersion} at {place}.");
        return DatabaseTrouble.TooOld(postgreSql, $"PostgreSQL at {place}") is { } problem
            ? Finding.Of("database", problem)
            : new Finding(Health.Ok, "database", $"PostgreSQL {postgreSql.PostgreSqlVersion} at {place}.");
    }

    /// <returns>How many migrations the database has; none if this version cannot use it.</returns>
    private static async Task<int> SchemaAsync(
        BackupStore store,
        List<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var applied = (await store.GetMigrationsAsync(cancellationToken)).Count;
            var pending = BackupStore.KnownMigrations.Count - applied;
            findings.Add(
                applied == 0 ? new Finding(Health.Ok, "schema", "There are no tables yet: the first start makes them.")
                : pending == 0 ? new Finding(Health.Ok, "schema", "It is that of this version.")
                : new Finding(
                    Health.Warning,
                    "schema",
                    $"The next start brings it up to date, with {pending} migrations. Take a backup before."
                )
            );
            return applied;
        }
        catch (UnusableDatabaseException unusable)
        {
            findings.Add(new Finding(Health.Wrong, "schema", unusable.Message));
            return 0;
        }
    }

    private async Task<TimeSpan> DifferenceAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT clock_timestamp()";
        var before = time.GetUtcNow();
        var there = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
        var after = time.GetUtcNow();
        // It was read somewhere in between.
        return new DateTimeOffset(there, TimeSpan.Zero) - before - ((after - before) / 2);
    }

    // There is no other clock to ask, but nothing can have been stored in the future.
    private async Task<Finding> NewestEventAsync(BackupStore store, int migrations, CancellationToken cancellationToken)
    {
        var newest =
            migrations < BackupStore.KnownMigrations.Count
                ? null
                : await store
                    .Context.Events.IgnoreQueryFilters()
                    .OrderByDescending(static row => row.Seq)
                    .Select(static row => (DateTimeOffset?)row.ReceivedAt)
                    .FirstOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        return newest > now + TooMuch
            ? new Finding(
                Health.Wrong,
                "clock",
                $"This machine says {now:u}, and the newest event came at {newest:u}. Set the clock by NTP."
            )
            : new Finding(Health.Ok, "clock", $"This machine says {now:u}.");
    }

    private static async Task<Finding> ReplicaAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            await using var replica = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ToString()
            );
            await replica.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery()", replica);
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!
                ? new Finding(Health.Ok, "replica", "It answers, and follows a primary.")
                : new Finding(
                    Health.Warning,
                    "replica",
                    "It is no replica. Lists are read from the primary meanwhile."
                );
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return new Finding(
                Health.Warning,
                "replica",
                $"It cannot be reached: {failure.Message} Lists are read from the primary meanwhile."
            );
        }
    }
}
