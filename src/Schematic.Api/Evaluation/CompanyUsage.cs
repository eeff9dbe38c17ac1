using Schematic.Api.Events.Metering;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Counters of one company in memory, as they are on one day. What this process counts is added to them; what others
/// count makes them stale, and they are read again, at most a few times a second. For several threads.
/// </summary>
internal sealed class CompanyUsage
{
    private static readonly TimeSpan StaleFor = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CountedEvent> _counts;
    private readonly DateTimeOffset _day;
    private readonly DateTimeOffset _readAt;
    private volatile bool _isStale;
    private volatile bool _isBroken;
    private CompanyContext? _of;
    private CompanyContext? _context;

    /// <param name="readAt">When it was read: its periods are those of that moment.</param>
    public CompanyUsage(IEnumerable<CountedEvent> counted, DateTimeOffset readAt)
    {
        _readAt = readAt;
        _day = MetricPeriods.Day(readAt);
        _counts = counted.ToDictionary(static one => one.EventSubtype, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether checks may go by it. What others counted is seen after a quarter of a second at the latest.
    /// </summary>
    public bool IsFresh(DateTimeOffset now) =>
        !_isBroken && MetricPeriods.Day(now) == _day && (!_isStale || now - _readAt < StaleFor);

    /// <summary>Notes that another instance has counted something.</summary>
    public void MarkStale() => _isStale = true;

    /// <summary>Adds what this process has counted.</summary>
    public void Add(UsageChange change)
    {
        lock (_gate)
        {
            var counts =
                _counts.GetValueOrDefault(change.EventSubtype)
                ?? CountedEvent.Nothing(change.CompanySeq, change.EventSubtype);
            // It was read after that was counted.
            if (counts.Events >= change.EventsAfter)
                return;
            // Something in between is missing: another instance has counted, too.
            if (counts.Events + change.Events != change.EventsAfter)
            {
                _isBroken = true;
                return;
            }

            _counts[change.EventSubtype] = counts.Plus(change, _readAt);
            _context = null;
        }
    }

    /// <summary>The company with its counters.</summary>
    public CompanyContext Apply(CompanyContext company)
    {
        lock (_gate)
        {
            if (_context is null || !ReferenceEquals(_of, company))
                (_of, _context) = (company, company.With([.. _counts.Values.SelectMany(static one => one.Facts())]));
            return _context;
        }
    }
}
