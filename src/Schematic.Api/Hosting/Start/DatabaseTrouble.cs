using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;

namespace Schematic.Api.Hosting.Start;

/// <summary>Says for an operator why a database cannot be used.</summary>
internal static class DatabaseTrouble
{
    /// <summary>The setting that says where PostgreSQL is.</summary>
    public const string Setting = "ConnectionStrings:Schematic";

    private const int OldestPostgreSql = 13;

    // SQLITE_NOTADB
    private const int NoDatabase = 26;

    // Seconds, also of a server that is far away.
    private const int Patience = 5;

    /// <summary>Why a server cannot work on this PostgreSQL; null if it can.</summary>
    public static async Task<StartProblem?> FindAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        var address = PostgreSqlConnections.Alone(options.ConnectionString);
        address.Timeout = Patience;
        try
        {
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return TooOld(connection, Place(options)) ?? await ForbiddenAsync(connection, options, cancellationToken);
        }
        catch (Exception failure) when (Explain(options, failure) is { } sentence)
        {
            return new(sentence);
        }
    }

    /// <summary>The problem of a PostgreSQL that lacks what the program needs; null if it has it.</summary>
    public static StartProblem? TooOld(NpgsqlConnection connection, string place) =>
        connection.PostgreSqlVersion.Major < OldestPostgreSql
            ? new(
                $"{Setting}: {place} is version {connection.PostgreSqlVersion.ToString(2)}, which is too old. "
                    + string.Create(CultureInfo.InvariantCulture, $"Use version {OldestPostgreSql} or a later one.")
            )
            : null;

    // Only where there are no tables yet; the extension may have been made by somebody else.
    private static async Task<StartProblem?> ForbiddenAsync(
        NpgsqlConnection connection,
        DatabaseOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL
                OR (coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
                    AND (has_database_privilege(current_database(), 'CREATE')
                        OR EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')))
            """,
            connection
        );
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!
            ? null
            : new($"{Setting}: {MayNot(options)}");
    }

    /// <returns>The sentence; null for what is no failure of the database.</returns>
    public static string? Explain(DatabaseOptions options, Exception failure) =>
        failure switch
        {
            UnusableDatabaseException unusable => unusable.Message,
            PostgresException refusal => $"{Setting}: {Refused(options, refusal)}",
            DbException { InnerException: PostgresException refusal } => $"{Setting}: {Refused(options, refusal)}",
            SqliteException { SqliteErrorCode: NoDatabase } =>
                $"Data:Path: {Place(options)} is no database of SQLite. Move the file away, or name another folder.",
            SqliteException broken =>
                $"Data:Path: {Place(options)} cannot be used ({broken.Message}). Check the file and its folder.",
            NpgsqlException { InnerException: SocketException or IOException or TimeoutException }
            or TimeoutException => $"{Setting}: {Place(options)} does not answer ({Innermost(failure)}). "
                + "Start it, or correct Host and Port.",
            NpgsqlException other => $"{Setting}: {Place(options)} cannot be used ({Innermost(other)}).",
            _ => null,
        };

    private static string Refused(DatabaseOptions options, PostgresException refusal)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        var (user, database) = (connection.Username, connection.Database ?? connection.Username);
        return refusal.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword =>
                $"{Place(options)} refuses the password of \"{user}\". Correct Username and Password.",
            PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{Place(options)} does not let \"{user}\" in ({refusal.MessageText}). "
                    + "Correct Username, or allow it in pg_hba.conf.",
            PostgresErrorCodes.InvalidCatalogName => $"{Place(options)} has no database \"{database}\". "
                + $"Make it (CREATE DATABASE {database} OWNER {user}), or correct Database.",
            PostgresErrorCodes.InsufficientPrivilege => MayNot(options),
            _ => $"{Place(options)} refuses ({refusal.MessageText}).",
        };
    }

    private static string MayNot(DatabaseOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        var (user, database) = (connection.Username, connection.Database ?? connection.Username);
        return $"\"{user}\" may not make tables and extensions in \"{database}\" of {Place(options)}. "
            + $"Make it the owner: ALTER DATABASE {database} OWNER TO {user}.";
    }

    /// <summary>The database as its operator knows it; never a password.</summary>
    private static string Place(DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.Sqlite)
            return new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        return connection.Host?.Contains(',', StringComparison.Ordinal) == true
            ? $"PostgreSQL at {connection.Host}"
            : string.Create(CultureInfo.InvariantCulture, $"PostgreSQL at {connection.Host}:{connection.Port}");
    }

    private static string Innermost(Exception failure) => failure.GetBaseException().Message.TrimEnd('.');
}
