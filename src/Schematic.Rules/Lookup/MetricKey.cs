using Schematic.Rules.Definitions;

namespace Schematic.Rules.Lookup;

/// <summary>The key of a counter. The month reset is part of it only for the period of a month.</summary>
internal readonly struct MetricKey : ILookupKey<MetricKey>
{
    private readonly CounterPeriod _period;
    private readonly MonthReset _reset;

    public MetricKey(IdKey eventSubtype, CounterPeriod? period, MonthReset? reset)
    {
        EventSubtype = eventSubtype;
        _period = period ?? CounterPeriod.AllTime;
        _reset = _period == CounterPeriod.CurrentMonth ? reset ?? MonthReset.FirstOfMonth : MonthReset.FirstOfMonth;
        Hash = HashCode.Combine(eventSubtype.Hash, _period, _reset);
    }

    public IdKey EventSubtype { get; }

    public CounterPeriod Period => _period;

    public MonthReset Reset => _reset;

    public int Hash { get; }

    public bool Equals(MetricKey other) =>
        _period == other._period && _reset == other._reset && EventSubtype.Equals(other.EventSubtype);

    public override bool Equals(object? obj) => obj is MetricKey other && Equals(other);

    public override int GetHashCode() => Hash;
}
