using System.Diagnostics;

namespace Schematic.Api.Tests.Persistence.Sql;

/// <summary>
/// Counts the queries on PostgreSQL behind what a test does from here on: those of its trace, which goes along with its
/// calls and its requests. What servers do by themselves meanwhile has none.
/// </summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly Activity _trace = new Activity(nameof(StatementCounter)).Start();
    private readonly ActivityListener _listener;
    private int _count;

    public StatementCounter()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var sql = activity
                    .TagObjects.Select(static tag => tag.Value as string)
                    .FirstOrDefault(static tag => tag?.Contains("SELECT", StringComparison.Ordinal) == true);
                if (sql is not null && activity.TraceId == _trace.TraceId)
                    Interlocked.Add(ref _count, Statements(sql));
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose()
    {
        _listener.Dispose();
        _trace.Dispose();
    }

    // One command may hold several statements.
    private static int Statements(string sql) =>
        sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}
