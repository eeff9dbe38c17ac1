using Schematic.Api.Evaluation;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Checks that applications report as events, as they are noted on flags: as coarsely as checks that this server makes,
/// so that a flag that is reported all the time is written once a minute.
/// </summary>
internal sealed class ReportedChecks
{
    private readonly Lock _gate = new();
    private readonly LastCheckedThrottle _stored = new();

    /// <summary>The checks that are worth storing.</summary>
    /// <param name="flags">The flags of the environment.</param>
    public CheckedFlags Select(int environmentSeq, FlagSnapshot flags, IEnumerable<EventEffect> effects)
    {
        var selected = new CheckedFlags();
        lock (_gate)
        {
            foreach (var effect in effects)
            {
                if (effect is not { TakesEffect: true, Event: { Check: { } check, Clock: not EventClock.Backfill } })
                    continue;
                var at = effect.Event.CapturedAt;
                if (flags.Find(check.FlagKey) is not { } flag)
                    selected.AddUnknown(check.FlagKey, check.Company, check.User, at);
                else if (_stored.IsDue(environmentSeq, flag.Seq, at))
                    selected.Add(flag.Seq, at);
            }
        }

        return selected;
    }

    /// <summary>Remembers what was stored.</summary>
    public void Stored(int environmentSeq, CheckedFlags flags, DateTimeOffset now)
    {
        if (flags.Checked.Count == 0)
            return;
        lock (_gate)
        {
            _stored.Forget(now);
            foreach (var (flagSeq, at) in flags.Checked)
                _stored.Note(environmentSeq, flagSeq, at);
        }
    }
}
