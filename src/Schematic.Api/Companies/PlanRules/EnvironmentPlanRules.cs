using Schematic.Api.Plans.Audiences;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>
/// The plan rules of one environment, and who is still to be looked at by them. Not for several threads.
/// </summary>
internal sealed class EnvironmentPlanRules(int seq)
{
    public const int Batch = 500;

    private readonly HashSet<long> _changed = [];
    private bool _areKnown;
    private bool _isWalking;
    private long _examined;
    private long _total;

    public int Seq => seq;

    public PlanRuleSet Rules { get; private set; } = PlanRuleSet.None;

    /// <summary>True if the rules have to be read.</summary>
    public bool IsStale { get; private set; } = true;

    /// <summary>The last company of the walk over all of them.</summary>
    public long Beyond { get; private set; }

    public bool HasWork => IsUrgent || _isWalking;

    /// <summary>True if companies have changed, or the rules: that comes before any walk.</summary>
    public bool IsUrgent => IsStale || _changed.Count > 0;

    /// <summary>False if it is known that usage changes nobody's plans.</summary>
    public bool MayAskForMetrics => !_areKnown || Rules.AskForMetrics;

    /// <summary>How far the walk over all companies has come; null if there is none under way.</summary>
    public AudienceProgress? Progress => _isWalking ? new AudienceProgress(_examined, _total) : null;

    public void Add(long companySeq)
    {
        if (!_areKnown || !Rules.AreNone)
            _changed.Add(companySeq);
    }

    public void MakeStale() => (IsStale, _areKnown) = (true, false);

    /// <summary>From now on a change makes what is being read stale.</summary>
    public void BeginRead() => IsStale = false;

    /// <param name="total">Number of companies.</param>
    public void EndRead(PlanRuleSet rules, long total)
    {
        // Who had a plan by an audience that is gone is looked at, too.
        var isOther = !rules.HasAudiencesOf(Rules);
        Rules = rules;
        _total = total;
        // They may have become others while they were read.
        _areKnown = !IsStale;
        if (_areKnown && rules.AreNone)
            _changed.Clear();
        if (isOther)
            Restart();
    }

    /// <summary>Begins a walk over all companies.</summary>
    public void Restart() => (_isWalking, Beyond, _examined) = (true, 0, 0);

    /// <summary>Companies that have changed; those come before the walk.</summary>
    public IReadOnlyList<long> TakeChanged()
    {
        long[] some = [.. _changed.Take(Batch)];
        _changed.ExceptWith(some);
        return some;
    }

    /// <param name="companies">The next ones of the walk; fewer than asked for end it.</param>
    public void GoOn(IReadOnlyList<long> companies)
    {
        _isWalking = companies.Count == Batch;
        _examined += companies.Count;
        Beyond = companies.Count == 0 ? Beyond : companies[^1];
    }

    public void PutBack(IReadOnlyList<long> companies)
    {
        _changed.UnionWith(companies);
        MakeStale();
    }
}
