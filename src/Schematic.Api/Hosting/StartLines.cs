using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Hosting.Start;
using Schematic.Api.Persistence;

namespace Schematic.Api.Hosting;

/// <summary>The last lines of the log after a start: where to go, and where the data is.</summary>
public static partial class StartLines
{
    /// <summary>Starts the server alone, and says so.</summary>
    public static async Task RunAsync(WebApplication api)
    {
        await using (api)
        {
            await StartChecks.StartApiAsync(api);
            var (addresses, data) = (GetAddresses(api), GetDataLocation(api));
            Log.Started(api.Logger, addresses, data);
            await api.WaitForShutdownAsync();
        }
    }

    /// <summary>The addresses that a started server is bound to.</summary>
    public static string GetAddresses(WebApplication started) =>
        string.Join(
            ", ",
            started.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []
        );

    /// <summary>The folder of the database's file, or the host and name of the database; never a password.</summary>
    public static string GetDataLocation(WebApplication api)
    {
        var database = api.Services.GetRequiredService<DatabaseOptions>();
        if (database.Provider == DatabaseProvider.Sqlite)
            return Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!;
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return $"PostgreSQL {connection.Host}/{connection.Database ?? connection.Username}";
    }

    private static partial class Log
    {
        // One entry, so that nothing comes between its lines.
        [LoggerMessage(Level = LogLevel.Information, Message = "API: {Addresses}\nData: {Data}")]
        public static partial void Started(ILogger logger, string addresses, string data);
    }
}
