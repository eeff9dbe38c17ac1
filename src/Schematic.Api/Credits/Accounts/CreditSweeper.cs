using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// Lets happen what is due to credits: leases and grants that end, and credits that are given again. Any number of
/// instances may look: each account is locked, and what one has done is due for no other. Nothing is in memory, so
/// whatever a stopped server has missed happens as soon as one looks, in order and as of its own time.
/// </summary>
internal sealed partial class CreditSweeper(IDatabase database, TimeProvider time, ILogger<CreditSweeper> logger)
    : BackgroundService
{
    private const int AccountsAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Lets happen everything that is due by now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failed = new HashSet<AccountKey>();
        while (await DueAsync(failed, cancellationToken) is { Count: > 0 } due)
        {
            foreach (var group in due.GroupBy(static one => one.EnvironmentSeq))
                failed.UnionWith(await CatchUpEachAsync(group.Key, [.. group.Select(KeyOf)], cancellationToken));
        }
    }

    /// <summary>The same for one company, so that what is read of it is as of now.</summary>
    public async Task CatchUpAsync(int environmentSeq, long companySeq, CancellationToken cancellationToken)
    {
        var now = time.Now();
        List<CreditBalanceRow> due;
        await using (var db = database.Open(environmentSeq))
            due = await db
                .CreditBalances.AsNoTracking()
                .Where(row => row.CompanySeq == companySeq && row.NextDueAt <= now)
                .ToListAsync(cancellationToken);
        if (due.Count > 0)
            await CatchUpAsync(environmentSeq, [.. due.Select(KeyOf)], cancellationToken);
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
                Log.CannotSweep(logger, failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<CreditBalanceRow>> DueAsync(
        HashSet<AccountKey> failed,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        await using var db = database.OpenAccount();
        var environments = db.Environments;
        var due = await db
            .CreditBalances.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(row =>
                row.NextDueAt <= now
                && environments.Any(environment =>
                    environment.Seq == row.EnvironmentSeq && environment.DeletedAt == null
                )
            )
            .OrderBy(static row => row.NextDueAt)
            .Take(AccountsAtOnce + failed.Count)
            .ToListAsync(cancellationToken);
        return [.. due.Where(row => !failed.Contains(KeyOf(row)))];
    }

    /// <returns>The accounts that could not be caught up, which must not keep the others waiting.</returns>
    private async Task<IReadOnlyList<AccountKey>> CatchUpEachAsync(
        int environmentSeq,
        IReadOnlyList<AccountKey> keys,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await CatchUpAsync(environmentSeq, keys, cancellationToken);
            return [];
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && keys.Count == 1)
        {
            Log.CannotCatchUp(logger, failure, keys[0].CompanySeq, keys[0].CreditTypeSeq);
            return keys;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            var failed = new List<AccountKey>();
            foreach (var key in keys)
                failed.AddRange(await CatchUpEachAsync(environmentSeq, [key], cancellationToken));
            return failed;
        }
    }

    // Locking is enough: what is due happens to an account that is locked.
    private Task CatchUpAsync(
        int environmentSeq,
        IReadOnlyCollection<AccountKey> keys,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                var writer = new CreditAccountWriter(db, time.Now());
                await writer.LockAsync(keys, token);
                await writer.SaveAsync(token);
            },
            cancellationToken
        );

    private static AccountKey KeyOf(CreditBalanceRow row) => new(row.CompanySeq, row.CreditTypeSeq);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "What is due to credits could not happen, and is tried again: {Reason}"
        )]
        public static partial void CannotSweep(ILogger logger, string reason);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "What is due to the credits of company {Company}, type {CreditType}, could not happen"
        )]
        public static partial void CannotCatchUp(ILogger logger, Exception failure, long company, int creditType);
    }
}
