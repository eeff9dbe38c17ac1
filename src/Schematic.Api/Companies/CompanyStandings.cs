using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Persistence;

namespace Schematic.Api.Companies;

/// <summary>
/// Reads what many callers ask of one company each with the statements that one would take. Nobody waits for others to
/// come: while some are read, the next gather.
/// </summary>
internal sealed class CompanyStandings(IDatabase database, TimeProvider time)
{
    private readonly Lock _gate = new();
    private List<Job> _waiting = [];
    private bool _isReading;

    /// <param name="catalog">What is sold in the environment.</param>
    /// <returns>The company as it was found, with what it may use and has used now.</returns>
    public Task<CompanyStanding> ReadAsync(
        int environmentSeq,
        EntitlementCatalog catalog,
        EntityDetail company,
        CancellationToken cancellationToken
    )
    {
        var job = new Job(environmentSeq, catalog, company);
        bool isFirst;
        lock (_gate)
        {
            _waiting.Add(job);
            isFirst = !_isReading;
            _isReading = true;
        }

        if (isFirst)
            _ = ReadWaitingAsync();
        return job.Answer.Task.WaitAsync(cancellationToken);
    }

    private async Task ReadWaitingAsync()
    {
        // Behind those whom the same commit has answered: they are about to ask, too.
        await Task.Yield();
        while (Take() is { Count: > 0 } group)
        {
            foreach (var alike in group.GroupBy(static job => (job.EnvironmentSeq, job.Catalog)))
                await ReadAsync(alike.Key.EnvironmentSeq, alike.Key.Catalog, [.. alike]);
        }
    }

    private List<Job> Take()
    {
        lock (_gate)
        {
            var group = _waiting;
            _waiting = [];
            _isReading = group.Count > 0;
            return group;
        }
    }

    private async Task ReadAsync(int environmentSeq, EntitlementCatalog catalog, IReadOnlyList<Job> group)
    {
        try
        {
            await using var db = database.Open(environmentSeq);
            var standings = await CompanyStanding.ReadAsync(
                db,
                catalog,
                [.. group.Select(static job => job.Company)],
                time.Now(),
                CancellationToken.None
            );
            foreach (var (job, standing) in group.Zip(standings))
                job.Answer.SetResult(standing);
        }
        // Nothing is wrong with one of them that is not with all: they differ by a number.
        catch (Exception failure)
        {
            foreach (var job in group)
                job.Answer.TrySetException(failure);
        }
    }

    private sealed record Job(int EnvironmentSeq, EntitlementCatalog Catalog, EntityDetail Company)
    {
        public TaskCompletionSource<CompanyStanding> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
