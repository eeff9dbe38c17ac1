using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Environments;

/// <summary>
/// Removes what deleted environments held, a little at a time, so that nobody else's write waits for a million rows:
/// the rows of every type that is <see cref="IEnvironmentScoped"/>, and at last the environment.
/// </summary>
internal sealed partial class EnvironmentRemoval(IDatabase database, ILogger<EnvironmentRemoval> logger)
    : BackgroundService
{
    private const int RowsAtOnce = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Removes everything that is deleted by now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<int> deleted;
        List<IEntityType> types;
        await using (var db = database.OpenAccount())
        {
            deleted = await db
                .Environments.IgnoreQueryFilters()
                .Where(row => row.DeletedAt != null)
                .Select(row => row.Seq)
                .ToListAsync(cancellationToken);
            types = TypesToRemove(db.Model);
        }

        foreach (var seq in deleted)
        {
            foreach (var type in types)
                while (await RemoveSomeAsync(seq, type, cancellationToken) == RowsAtOnce) { }

            await database.WriteAccountAsync((db, token) => RemoveItselfAsync(db, seq, token), cancellationToken);
        }
    }

    /// <summary>The types whose rows have to be removed one by one: the others go with a row of these.</summary>
    public static List<IEntityType> TypesToRemove(IModel model) =>
        [.. model.GetEntityTypes().Where(static type => type.IsRootOfEnvironment() && !type.GoesWithAnotherRow())];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotRemove(logger, failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many were removed.</returns>
    private Task<int> RemoveSomeAsync(int environmentSeq, IEntityType type, CancellationToken cancellationToken)
    {
        var table = new SqlLiteral(type.GetTableName()!);
        var key = new SqlLiteral(
            string.Join(", ", type.FindPrimaryKey()!.Properties.Select(static property => property.GetColumnName()))
        );
        return database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                var removed = await db.QueryAsync(
                    new SqlText(
                        $"""
                        DELETE FROM {table}
                        WHERE ({key}) IN (SELECT {key} FROM {table} WHERE environment_seq = {environmentSeq} LIMIT {RowsAtOnce})
                        RETURNING environment_seq
                        """
                    ),
                    static row => row.GetInt32(0),
                    token
                );
                return removed.Count;
            },
            cancellationToken
        );
    }

    private static async Task RemoveItselfAsync(SchematicDb db, int environmentSeq, CancellationToken cancellationToken)
    {
        await db
            .Environments.IgnoreQueryFilters()
            .Where(row => row.Seq == environmentSeq)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "What deleted environments held could not be removed, and is tried again: {Reason}"
        )]
        public static partial void CannotRemove(ILogger logger, string reason);
    }
}
