using System.Data.Common;
using System.Runtime.InteropServices;
using Schematic.Api.Hosting;
using Schematic.Api.Maintenance.Backup;
using Schematic.Api.Maintenance.Doctor;
using Schematic.Api.Persistence;

namespace Schematic.Api.Maintenance;

/// <summary>
/// Everything the program does besides serving, named by the first word of the command line; settings follow it.
/// </summary>
public static class Commands
{
    private const string Usage = """
        Commands, each followed by settings like --Data:Path=data; without one the server starts:
          backup FILE    write the database into a new file, also while a server is at work
          restore FILE   fill an empty database from such a file; stop its servers before
          doctor         look at settings, addresses, folder, disk, clock, database and certificates
        """;

    /// <summary>Whether the command line names a command, instead of starting a server.</summary>
    public static bool IsCommand(IReadOnlyList<string> args) =>
        args is [{ Length: > 0 } first, ..]
        && first[0] is not ('-' or '/')
        && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>
    /// Runs the command. What was done is written to standard output, why it was not to standard error.
    /// </summary>
    /// <returns>The exit code: 0 if it was done, and found nothing wrong.</returns>
    /// <param name="consoleUrl">
    /// Where the console listens unless its settings say otherwise; null for the server alone.
    /// </param>
    public static async Task<int> RunAsync(string[] args, string? consoleUrl = null)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, consoleUrl, Console.Out, Console.Error, stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    internal static async Task<int> RunAsync(
        string[] args,
        string? consoleUrl,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RunAsync(args, consoleUrl, output, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped; nothing was changed.");
        }
        catch (Exception refused)
            when (refused
                    is CommandRefusedException
                        or InvalidConfigurationException
                        or UnusableDatabaseException
                        or DbException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            // A driver says what it was doing, and inside of that what went wrong.
            await errors.WriteLineAsync(
                refused is DbException { InnerException: { } cause }
                    ? $"{refused.Message}: {cause.Message}"
                    : refused.Message
            );
        }

        return 1;
    }

    private static async Task<int> RunAsync(
        string[] args,
        string? consoleUrl,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        // The file stays out of the settings: a path that begins with a slash would be taken for the name of one.
        switch (args)
        {
            case ["backup", { } file, .. var rest] when IsFile(file):
                var backup = new BackupCommand(ReadSettings(rest).Database, TimeProvider.System);
                await output.WriteLineAsync(await backup.RunAsync(file, cancellationToken));
                return 0;
            case ["restore", { } file, .. var rest] when IsFile(file):
                var settings = ReadSettings(rest);
                var restore = new RestoreCommand(settings.Database, settings.Events, TimeProvider.System);
                await output.WriteLineAsync(await restore.RunAsync(file, cancellationToken));
                return 0;
            case ["doctor", .. var rest]:
                var host = Host(rest);
                var findings = await new DoctorCommand(
                    host.Configuration,
                    host.Environment.ContentRootPath,
                    consoleUrl,
                    TimeProvider.System
                ).RunAsync(cancellationToken);
                foreach (var finding in findings)
                    await output.WriteLineAsync(finding.ToString());
                return findings.Any(static finding => finding.Health == Health.Wrong) ? 1 : 0;
            default:
                throw new CommandRefusedException(Usage);
        }
    }

    private static bool IsFile(string word) => word.Length > 0 && !word.StartsWith("--", StringComparison.Ordinal);

    private static ApiSettings ReadSettings(string[] args)
    {
        var host = Host(args);
        return ApiSettings.Read(host.Configuration, host.Environment.ContentRootPath);
    }

    private static WebApplicationBuilder Host(string[] args) =>
        WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
}
