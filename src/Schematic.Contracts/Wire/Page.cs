namespace Schematic.Contracts.Wire;

/// <summary>What every list takes: how many rows, and how many to pass over first.</summary>
public abstract record Page
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 250;

    /// <summary>0 to 250 rows; 100 when left out.</summary>
    public int? Limit { get; init; }

    /// <summary>Rows passed over; 0 when left out.</summary>
    public long? Offset { get; init; }
}
