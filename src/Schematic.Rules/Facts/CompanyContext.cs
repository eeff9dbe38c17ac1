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
        KeyTable<IdKey, long> creditBalances,
        PlanContext plans
    )
    {
        Id = id;
        Traits = traits;
        Metrics = metrics;
        CreditBalances = creditBalances;
        Plans = plans;
    }

    public string CompanyId => Id.Text;

    /// <summary>The company's plans, and what they and its overrides give it.</summary>
    public PlanContext Plans { get; }

    internal IdKey Id { get; }

    internal KeyTable<IdKey, Trait> Traits { get; }

    internal KeyTable<MetricKey, long> Metrics { get; }

    internal KeyTable<IdKey, long> CreditBalances { get; }

    public static CompanyContext Prepare(CompanyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new CompanyContext(
            new IdKey(facts.Id),
            LookupTables.OfTraits(facts.Traits),
            LookupTables.OfMetrics(facts.Metrics),
            LookupTables.Create(facts.CreditBalancesMicroCredits),
            PlanContext.Prepare(facts)
        );
    }

    /// <summary>The same company with other counters; everything else is shared.</summary>
    public CompanyContext With(IReadOnlyList<MetricFact> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return new CompanyContext(Id, Traits, LookupTables.OfMetrics(metrics), CreditBalances, Plans);
    }

    /// <summary>The same company on other plans; everything else is shared.</summary>
    public CompanyContext With(PlanContext plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return new CompanyContext(Id, Traits, Metrics, CreditBalances, plans);
    }

    /// <summary>Value of a counter; 0 for one that never moved.</summary>
    public long Counter(string eventSubtype, CounterPeriod period, MonthReset reset)
    {
        Metrics.TryGet(new MetricKey(new IdKey(eventSubtype), period, reset), out var value);
        return value;
    }

    /// <summary>The stored text of a trait; null where the company lacks it.</summary>
    public string? TraitText(string traitId) =>
        Traits.TryGet(new IdKey(traitId), out var trait) ? trait.Value.Text : null;
}
