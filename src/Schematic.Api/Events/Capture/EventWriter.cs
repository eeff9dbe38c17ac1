using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Stores events and lets them take effect, all inside one write transaction: an event that is there has counted, and
/// one that is not has not. See docs/adr/0022.
/// </summary>
/// <param name="snapshot">Flags of the environment, and what is sold there.</param>
internal sealed class EventWriter(
    SchematicDb db,
    EntityContexts contexts,
    FlagSnapshot snapshot,
    SightingThrottle sightings,
    ReportedChecks checks,
    DateTimeOffset now
)
{
    private readonly long _readAt = contexts.Position;
    private readonly UsageDeltas _deltas = new();
    private readonly List<FoundEntity> _found = [];

    /// <summary>
    /// Applies events of one environment in order. One that fails is stored, and changes nothing else.
    /// </summary>
    public async Task<AppliedEvents> ApplyAsync(
        IReadOnlyList<ReceivedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var dropped = await IdempotencyKeys.TakeAsync(db, events, cancellationToken);
        dropped.UnionWith(await ReplayedAsync(events, cancellationToken));
        var effects = new EventEffect[events.Count];
        for (var i = 0; i < effects.Length; i++)
            effects[i] = new EventEffect(events[i]) { IsDropped = dropped.Contains(i) };
        await ResolveAsync(effects, cancellationToken);
        await JoinAsync(effects, cancellationToken);
        var seen = sightings.Select(effects);
        await SightingThrottle.StoreAsync(db, seen, cancellationToken);
        var checkedFlags = checks.Select(db.EnvironmentSeq, snapshot, effects);
        await checkedFlags.WriteAsync(db, cancellationToken);
        var counted = await CountAsync(effects, cancellationToken);
        await StoreAsync(effects, cancellationToken);
        var outcomes = Array.ConvertAll(effects, static effect => effect.Outcome);
        return new AppliedEvents(outcomes, counted, _found, seen, checkedFlags);
    }

    // Of two that replay one event at once, the second waits for the first and finds that it failed no longer.
    private async Task<HashSet<int>> ReplayedAsync(
        IReadOnlyList<ReceivedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var (claimed, replayed) = (new HashSet<long>(), new HashSet<int>());
        for (var i = 0; i < events.Count; i++)
        {
            if (
                events[i].ReplayOf is { } stored
                && !(claimed.Add(stored.Seq) && await EventSql.ClaimFailedAsync(db, stored, cancellationToken))
            )
                replayed.Add(i);
        }

        return replayed;
    }

    // Those that are known need nothing from the database; the others are found, created or changed by one command for
    // all of them, in the order of the events.
    private async Task ResolveAsync(EventEffect[] effects, CancellationToken cancellationToken)
    {
        var changes = new List<EntityChange>();
        var takers = new List<(EventEffect Effect, EntityType Type)>();
        foreach (var effect in effects.Where(static effect => effect.TakesEffect))
        {
            foreach (var change in effect.Named)
            {
                if (
                    change.GetOrCreate
                    && contexts.FindKnown(db.EnvironmentSeq, change.EntityType, change.AllKeys) is { } known
                )
                {
                    effect.Set(change.EntityType, known.Seq, known.Id);
                    continue;
                }

                changes.Add(change with { Seen = effect.Sighting });
                takers.Add((effect, change.EntityType));
            }
        }

        if (changes.Count > 0)
        {
            var outcomes = await new EntityWriter(db, now).ApplyAsync(changes, cancellationToken);
            for (var i = 0; i < outcomes.Count; i++)
                Take(takers[i].Effect, changes[i], outcomes[i]);
        }
    }

    private void Take(EventEffect effect, EntityChange change, EntityOutcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            effect.Fail(refusal.Message);
            return;
        }

        var entity = outcome.Entity();
        effect.Set(change.EntityType, entity.Seq, entity.Id);
        if (change.GetOrCreate)
            _found.Add(new FoundEntity(change.AllKeys, entity, _readAt));
    }

    // A user who is identified together with a company belongs to it.
    private Task JoinAsync(EventEffect[] effects, CancellationToken cancellationToken)
    {
        var members = effects.Where(static effect =>
            effect is { TakesEffect: true, Event.Type: EventType.Identify, CompanySeq: not null, UserSeq: not null }
        );
        var pairs = members.Select(static effect => (effect.CompanySeq!.Value, effect.UserSeq!.Value));
        return Memberships.AddAsync(db, pairs, now, cancellationToken);
    }

    private async Task<IReadOnlyList<UsageChange>> CountAsync(
        EventEffect[] effects,
        CancellationToken cancellationToken
    )
    {
        var counted = effects.Where(static effect => effect is { TakesEffect: true, Event.Subtype: not null }).ToList();
        if (counted.Count == 0)
            return [];
        foreach (var effect in counted)
            _deltas.Add(
                effect.CompanySeq,
                effect.UserSeq,
                effect.Event.Subtype!,
                effect.Event.Quantity,
                effect.Event.CapturedAt
            );
        var after = await _deltas.WriteAsync(db, cancellationToken);
        var running = new RunningCounts(_deltas.Rows, after);
        foreach (var effect in counted)
        {
            if (effect.CompanySeq is not { } company)
                continue;
            var (name, quantity, at) = (effect.Event.Subtype!, effect.Event.Quantity, effect.Event.CapturedAt);
            effect.TotalAfter = running.Add(UsageKey.Total(company, name), quantity);
            effect.DayAfter = running.Add(UsageKey.Day(company, name, at), quantity);
        }

        await new CreditUse(db, snapshot.Catalog, now).SpendAsync(counted, cancellationToken);

        var changes = UsageChange.From(_deltas.Rows, after);
        foreach (var change in changes)
            db.Changes.AddForOthers(ChangeKind.Usage, change.CompanySeq, db.EnvironmentSeq);
        return changes;
    }

    private async Task StoreAsync(EventEffect[] effects, CancellationToken cancellationToken)
    {
        var rows = new List<EventRow>(effects.Length);
        foreach (var effect in effects.Where(static effect => !effect.IsDropped))
        {
            var row = effect.ToRow(db.EnvironmentSeq);
            if (effect.Event.ReplayOf is { } stored)
                await EventSql.UpdateAsync(db, stored, row, cancellationToken);
            else
                rows.Add(row);
        }

        await EventSql.InsertAsync(db, rows, cancellationToken);
    }

    /// <summary>Counters as each event of the group found and left them.</summary>
    private sealed class RunningCounts(
        IReadOnlyDictionary<UsageKey, UsageValue> deltas,
        Dictionary<UsageKey, (long Quantity, long Events)> after
    )
    {
        private readonly Dictionary<UsageKey, long> _counts = [];

        public long Add(UsageKey key, long quantity) =>
            _counts[key] = _counts.GetValueOrDefault(key, after[key].Quantity - deltas[key].Quantity) + quantity;
    }
}
