using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Plans.Audiences;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>
/// Keeps the plans of companies as the rules of their environments say: looks at a company again whenever it, its plans
/// or its usage change, and at all of them when an audience changes, when a day begins, and at start, as whoever was to
/// be looked at may have been forgotten with the process before.
/// </summary>
internal sealed partial class PlanRuleFollower : BackgroundService, IChangeFollower, IUsageFollower, IAudienceProgress
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, EnvironmentPlanRules> _environments = [];
    private readonly SemaphoreSlim _work = new(0);
    private readonly IDatabase _database;
    private readonly PlanAssigner _assigner;
    private readonly TimeProvider _time;
    private readonly ILogger<PlanRuleFollower> _logger;

    public PlanRuleFollower(
        IDatabase database,
        PlanAssigner assigner,
        ChangeFeed feed,
        TimeProvider time,
        ILogger<PlanRuleFollower> logger
    )
    {
        (_database, _assigner, _time, _logger) = (database, assigner, time, logger);
        feed.Follow(this);
    }

    public AudienceProgress? ProgressIn(int environmentSeq)
    {
        lock (_gate)
            return _environments.GetValueOrDefault(environmentSeq)?.Progress;
    }

    public Task FollowAsync(ChangeSet changes)
    {
        lock (_gate)
        {
            if (changes.IsEverything)
                RefreshAll();
            foreach (var change in changes.Changes.Concat(changes.Created))
                Note(change);
        }

        return Task.CompletedTask;
    }

    public void NoteUsage(int environmentSeq, IReadOnlyCollection<UsageChange> changes)
    {
        lock (_gate)
        {
            var environment = Of(environmentSeq);
            if (!environment.MayAskForMetrics)
                return;
            foreach (var change in changes)
                environment.Add(change.CompanySeq);
            Wake();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var db = _database.OpenAccount())
        {
            var seqs = await db.Environments.Select(static row => row.Seq).ToListAsync(stoppingToken);
            lock (_gate)
                seqs.ForEach(seq => Of(seq));
        }

        Wake();
        var day = _time.Now().Date;
        while (true)
        {
            await WaitAsync(day, stoppingToken);
            if (_time.Now().Date != day)
            {
                day = _time.Now().Date;
                lock (_gate)
                    BeginDay();
            }

            await WorkAsync(stoppingToken);
        }
    }

    // Until there is work, or a day begins: then counters of days, weeks and months start anew.
    private async Task WaitAsync(DateTime day, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = day.AddDays(1) - _time.Now().DateTime;
        var tomorrow = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time, wait.Token);
        await Task.WhenAny(_work.WaitAsync(wait.Token), tomorrow);
        await wait.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            EnvironmentPlanRules? next;
            lock (_gate)
                next = _environments.Values.Where(static one => one.HasWork).MaxBy(static one => one.IsUrgent);
            if (next is null)
                return;
            try
            {
                await StepAsync(next, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotAssign(_logger, failure.Message);
                await Task.Delay(AfterFailure, _time, cancellationToken);
            }
        }
    }

    private async Task StepAsync(EnvironmentPlanRules environment, CancellationToken cancellationToken)
    {
        if (environment.IsStale)
        {
            await ReadAsync(environment, cancellationToken);
            return;
        }

        IReadOnlyList<long> batch;
        lock (_gate)
            batch = environment.TakeChanged();
        if (batch.Count == 0)
        {
            await using var db = _database.Open(environment.Seq);
            var beyond = environment.Beyond;
            batch = await db
                .Companies.Where(row => row.Seq > beyond)
                .OrderBy(static row => row.Seq)
                .Select(static row => row.Seq)
                .Take(EnvironmentPlanRules.Batch)
                .ToListAsync(cancellationToken);
            lock (_gate)
                environment.GoOn(batch);
        }

        try
        {
            await _assigner.ApplyAsync(environment.Seq, batch, environment.Rules, cancellationToken);
        }
        catch
        {
            // They are looked at again, by rules that are read again: a plan may have been withdrawn.
            lock (_gate)
                environment.PutBack(batch);
            throw;
        }
    }

    private async Task ReadAsync(EnvironmentPlanRules environment, CancellationToken cancellationToken)
    {
        lock (_gate)
            environment.BeginRead();
        try
        {
            await using var db = _database.Open(environment.Seq);
            var rules = await PlanRuleSet.ReadAsync(db, cancellationToken);
            var total = await db.Companies.LongCountAsync(cancellationToken);
            lock (_gate)
                environment.EndRead(rules, total);
        }
        catch
        {
            lock (_gate)
                environment.MakeStale();
            throw;
        }
    }

    private void Note(Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Entity:
                Of(change.EnvironmentSeq).Add(change.SubjectSeq);
                break;
            case ChangeKind.Usage when Of(change.EnvironmentSeq) is { MayAskForMetrics: true } environment:
                environment.Add(change.SubjectSeq);
                break;
            case ChangeKind.PlanRule or ChangeKind.Catalog or ChangeKind.TraitDefinition:
                if (change.EnvironmentSeq == SchematicDb.AccountSeq)
                    RefreshAll();
                else
                    Of(change.EnvironmentSeq).MakeStale();
                break;
            default:
                return;
        }

        Wake();
    }

    private void RefreshAll()
    {
        foreach (var environment in _environments.Values)
            environment.MakeStale();
        Wake();
    }

    private void BeginDay()
    {
        foreach (var environment in _environments.Values.Where(static one => one.MayAskForMetrics))
            environment.Restart();
    }

    private EnvironmentPlanRules Of(int seq)
    {
        if (!_environments.TryGetValue(seq, out var environment))
            environment = _environments[seq] = new EnvironmentPlanRules(seq);
        return environment;
    }

    private void Wake()
    {
        if (_work.CurrentCount == 0)
            _work.Release();
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Plans could not be given by audience or role, and are tried again: {Reason}"
        )]
        public static partial void CannotAssign(ILogger logger, string reason);
    }
}
