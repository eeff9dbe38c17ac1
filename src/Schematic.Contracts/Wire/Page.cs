using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Wire;

/// <summary>What every list takes: how many rows, and how many to pass over first.</summary>
public abstract record Page : IQuery
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 250;

    /// <summary>0 to 250 rows; 100 when left out.</summary>
    [Range(0, MaxLimit)]
    public int? Limit { get; init; }

    /// <summary>Rows passed over; 0 when left out.</summary>
    [Range(0, long.MaxValue)]
    public long? Offset { get; init; }
}
