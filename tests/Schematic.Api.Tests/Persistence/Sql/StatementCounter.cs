using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.Sql;

/// <summary>
/// Counts the SELECT statements that a server sends to PostgreSQL until it is disposed. Npgsql tells of every statement
/// it sends; SQLite's driver of none.
/// </summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public StatementCounter(ApiServer server)
    {
        var database = new NpgsqlConnectionStringBuilder(
            server.Services.GetRequiredService<DatabaseOptions>().ConnectionString
        ).Database;
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Instances tell each other of changes, look for deleted environments, and ask whether the database is
                // there, all the time.
                var tags = activity.TagObjects.Select(static tag => tag.Value as string).OfType<string>().ToList();
                if (
                    tags.Contains(database!)
                    && tags.Find(static tag => tag.Contains("SELECT", StringComparison.Ordinal)) is { } sql
                    && !sql.Contains("FROM changes", StringComparison.Ordinal)
                    && sql != "SELECT 1"
                    && !sql.Contains("pg_notify", StringComparison.Ordinal)
                    && !sql.Contains("deleted_at IS NOT NULL", StringComparison.Ordinal)
                    && !IsOfPlanRules(sql)
                    && !IsOfPlanGrants(sql)
                )
                    Interlocked.Add(ref _count, Statements(sql));
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose() => _listener.Dispose();

    // Beside all requests, plan rules of an environment are read, its companies counted and its migrations looked for.
    private static bool IsOfPlanRules(string sql) =>
        sql.Contains("plan_audiences", StringComparison.Ordinal)
        || sql.Contains("plan_roles", StringComparison.Ordinal)
        || sql.Contains("plan_migrations", StringComparison.Ordinal)
        || (
            sql.Contains("FROM plans AS p", StringComparison.Ordinal)
            && sql.Contains("EXISTS", StringComparison.Ordinal)
        )
        || (
            sql.StartsWith("SELECT count(*)", StringComparison.Ordinal)
            && sql.Contains("FROM entities AS", StringComparison.Ordinal)
        );

    // Every few seconds, environments are looked for in which credits of plans are to follow a change.
    private static bool IsOfPlanGrants(string sql) =>
        sql.Contains("FROM environments AS", StringComparison.Ordinal)
        && sql.Contains("plan_grant_rollouts", StringComparison.Ordinal);

    // One command may hold several statements.
    private static int Statements(string sql) =>
        sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}
