using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Flags.History;

/// <summary>
/// Deletes saves of rules that have long been replaced, a few at a time, where the operator has said after how many
/// days. What was in force at any moment since then stays known, so the newest save of a flag is never deleted.
/// </summary>
internal sealed partial class FlagRuleSaveRetention(
    IDatabase database,
    RuleSaveOptions options,
    TimeProvider time,
    ILogger<FlagRuleSaveRetention> logger
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
                DELETE FROM flag_rule_saves WHERE seq IN (
                    SELECT old.seq FROM flag_rule_saves old
                    WHERE EXISTS (
                        SELECT 1 FROM flag_rule_saves later
                        WHERE later.flag_seq = old.flag_seq AND later.environment_seq = old.environment_seq
                            AND later.version > old.version AND later.saved_at < {oldest}
                    )
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
            Message = "Old saves of rules could not be deleted, and are tried again: {Reason}"
        )]
        public static partial void CannotDelete(ILogger logger, string reason);
    }
}

/// <summary>How long saves of rules are kept.</summary>
internal sealed record RuleSaveOptions
{
    public const string Section = "RuleSaves";

    /// <summary>Days after which a save that was replaced may be deleted; null to keep all.</summary>
    public int? RetentionDays { get; init; }
}
