using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.AuditLog;

/// <summary>Deletes old entries of the audit log, a few at a time.</summary>
internal sealed partial class AuditLogRetention(
    IDatabase database,
    AuditLogOptions options,
    TimeProvider time,
    ILogger<AuditLogRetention> logger
) : BackgroundService
{
    // So few that a write which waits for them does not notice.
    private const int RowsAtOnce = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Does all that is due by now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.RetentionDays is not { } days)
            return;
        var oldest = time.Now().AddDays(-days);
        while (await database.WriteAccountAsync((db, token) => DeleteAsync(db, oldest, token), cancellationToken)) { }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotDelete(logger, failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Whether there may be more. Rows that another instance is deleting are left to it.</returns>
    private static async Task<bool> DeleteAsync(
        SchematicDb db,
        DateTimeOffset oldest,
        CancellationToken cancellationToken
    )
    {
        var deleted = await db.QueryAsync(
            new SqlText(
                $"""
                DELETE FROM audit_log WHERE seq IN (
                    SELECT seq FROM audit_log WHERE started_at < {oldest}
                    LIMIT {RowsAtOnce}{new SqlLiteral(db.Dialect.ForUpdateSkippingLocked)}
                )
                RETURNING seq
                """
            ),
            static row => row.GetInt64(0),
            cancellationToken
        );
        return deleted.Count == RowsAtOnce;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Old entries of the audit log could not be deleted, and are tried again: {Reason}"
        )]
        public static partial void CannotDelete(ILogger logger, string reason);
    }
}
