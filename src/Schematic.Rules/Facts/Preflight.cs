using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>
/// Usage that a check supposes before it happens. A credit cost takes precedence over event usage, and event usage over
/// usage. A quantity of 0 counts as not given, while a cost of 0 means that the action is free. Source: domain, flag
/// evaluation.
/// </summary>
public sealed class Preflight
{
    private readonly IdKey? _eventSubtype;
    private readonly long _eventQuantity;
    private readonly KeyTable<IdKey, long> _creditCosts;

    /// <param name="usage">Added to every metric and every number trait; multiplies every credit rate.</param>
    /// <param name="eventSubtype">The only event that <paramref name="eventQuantity"/> applies to.</param>
    /// <param name="eventQuantity">Replaces <paramref name="usage"/> in conditions on that event.</param>
    /// <param name="creditCostsMicroCredits">The cost of the action by credit id, compared with the balance.</param>
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

    /// <summary>The quantity to add to the counter of an event; 0 if none is supposed.</summary>
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
