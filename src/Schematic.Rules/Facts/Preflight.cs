using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>
/// Use that is asked about before it happens. Credit cost wins over event usage, and event usage over usage; a quantity of 0 is
/// as if it were not given, while a cost of 0 means that the action is free. Source: domain, flag evaluation.
/// </summary>
public sealed class Preflight
{
    private readonly IdKey? _eventSubtype;
    private readonly long _eventQuantity;
    private readonly KeyTable<IdKey, long> _creditCosts;

    /// <param name="usage">Added to every metric and every int trait, multiplies every credit rate.</param>
    /// <param name="eventSubtype">The only event that <paramref name="eventQuantity"/> applies to.</param>
    /// <param name="eventQuantity">Instead of <paramref name="usage"/>, for conditions on that event.</param>
    /// <param name="creditCostsMicroCredits">What the action costs by credit id, compared with the balance as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Preflight(
        long usage = 0,
        string? eventSubtype = null,
        long eventQuantity = 0,
        IReadOnlyDictionary<string, long>? creditCostsMicroCredits = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usage);
        ArgumentOutOfRangeException.ThrowIfNegative(eventQuantity);
        foreach (var cost in creditCostsMicroCredits?.Values ?? [])
            ArgumentOutOfRangeException.ThrowIfNegative(cost, nameof(creditCostsMicroCredits));
        Usage = usage;
        _eventSubtype = eventSubtype is null ? null : new IdKey(eventSubtype);
        _eventQuantity = eventQuantity;
        _creditCosts = creditCostsMicroCredits is null
            ? KeyTable<IdKey, long>.Empty
            : LookupTables.Create(creditCostsMicroCredits);
    }

    internal long Usage { get; }

    /// <summary>What to add to the use of an event; 0 if nothing was asked about.</summary>
    internal long QuantityOf(in IdKey eventSubtype) =>
        _eventQuantity > 0
        && _eventSubtype is { } named
        && named.Hash == eventSubtype.Hash
        && named.Equals(eventSubtype)
            ? _eventQuantity
            : Usage;

    internal bool TryGetCost(in IdKey creditId, out long microCredits) =>
        _creditCosts.TryGet(creditId, out microCredits);
}
