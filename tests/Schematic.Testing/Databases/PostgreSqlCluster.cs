namespace Schematic.Testing.Databases;

/// <summary>
/// A private PostgreSQL for one test process: made on first use, thrown away at the end. <c>TEST_POSTGRES</c>, a
/// connection string with the right to create databases, names one that runs already.
/// </summary>
public static class PostgreSqlCluster
{
    private const string Variable = "TEST_POSTGRES";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>A connection string to the cluster's maintenance database.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } running)
            return running;

        var server = await PostgreSqlServer.CreateAsync(CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server.ConnectionString;
    }
}
