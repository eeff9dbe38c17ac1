using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>
/// A company's facts with numbers and dates parsed and look-up tables built. Takes a few microseconds to make; meant to
/// be kept and shared by any number of checks and threads.
/// </summary>
public sealed class CompanyContext
{
    private CompanyContext(
        IdKey id,
        KeyTable<IdKey, Trait> traits,
        KeyTable<MetricKey, long> metrics,
        IReadOnlyDictionary<string, CreditFigures> credits,
        KeyTable<IdKey, CreditFigures> creditTable,
        PlanContext plans
    )
    {
        Id = id;
        Traits = traits;
        Metrics = metrics;
        Credits = credits;
        CreditTable = creditTable;
        Plans = plans;
    }

    public string CompanyId => Id.Text;

    /// <summary>The company's plans, and what they and its overrides give it.</summary>
    public PlanContext Plans { get; }

    /// <summary>The credits it holds, by credit id.</summary>
    public IReadOnlyDictionary<string, CreditFigures> Credits { get; }

    internal IdKey Id { get; }

    internal KeyTable<IdKey, Trait> Traits { get; }

    internal KeyTable<MetricKey, long> Metrics { get; }

    internal KeyTable<IdKey, CreditFigures> CreditTable { get; }

    public static CompanyContext Prepare(CompanyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new CompanyContext(
            new IdKey(facts.Id),
            LookupTables.OfTraits(facts.Traits),
            LookupTables.OfMetrics(facts.Metrics),
            facts.Credits,
            LookupTables.Create(facts.Credits),
            PlanContext.Prepare(facts)
        );
    }

    /// <summary>The same company with other counters; everything else is shared.</summary>
    public CompanyContext With(IReadOnlyList<MetricFact> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return new CompanyContext(Id, Traits, LookupTables.OfMetrics(metrics), Credits, CreditTable, Plans);
    }

    /// <summary>The same company with other credits, by credit id; everything else is shared.</summary>
    public CompanyContext With(IReadOnlyDictionary<string, CreditFigures> credits)
    {
        ArgumentNullException.ThrowIfNull(credits);
        return new CompanyContext(Id, Traits, Metrics, credits, LookupTables.Create(credits), Plans);
    }

    /// <summary>The same company on other plans; everything else is shared.</summary>
    public CompanyContext With(PlanContext plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return new CompanyContext(Id, Traits, Metrics, Credits, CreditTable, plans);
    }

    /// <summary>Value of a counter; 0 for one that never moved.</summary>
    public long Counter(string eventSubtype, CounterPeriod period, MonthReset reset)
    {
        Metrics.TryGet(new MetricKey(new IdKey(eventSubtype), period, reset), out var value);
        return value;
    }

    /// <summary>Credits of one type; null where the company never had any.</summary>
    public CreditFigures? CreditsOf(string creditId) =>
        CreditTable.TryGet(new IdKey(creditId), out var figures) ? figures : null;

    /// <summary>The stored text of a trait; null where the company lacks it.</summary>
    public string? TraitText(string traitId) =>
        Traits.TryGet(new IdKey(traitId), out var trait) ? trait.Value.Text : null;
}
