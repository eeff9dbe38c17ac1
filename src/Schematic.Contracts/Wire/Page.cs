using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Wire;

/// <summary>Page of a list: how many rows to return, and how many to skip first.</summary>
public abstract record Page : IQuery
{
    /// <summary>Number of rows on a page unless <c>limit</c> is given.</summary>
    public const int DefaultLimit = 100;

    /// <summary>Largest number of rows on a page.</summary>
    public const int MaxLimit = 250;

    /// <summary>Number of rows to return, 0 to 250; null returns 100.</summary>
    [Range(0, MaxLimit)]
    public int? Limit { get; init; }

    /// <summary>Number of rows to skip first, not negative; null skips none.</summary>
    [Range(0, long.MaxValue)]
    public long? Offset { get; init; }
}
