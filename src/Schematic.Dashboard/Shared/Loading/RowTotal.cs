namespace Schematic.Dashboard.Shared.Loading;

/// <summary>Number of rows on all pages of a list, as far as it is known.</summary>
/// <param name="Rows">The exact number; null until it is known.</param>
/// <param name="IsMany">True where there are known to be more than <see cref="Many"/>.</param>
public readonly record struct RowTotal(CountState State, long? Rows = null, bool IsMany = false)
{
    /// <summary>Whether a list has more rows than this is cheap to find out.</summary>
    public const int Many = 10_000;

    public static RowTotal Of(long rows) => new(CountState.Counted, rows, rows > Many);
}
