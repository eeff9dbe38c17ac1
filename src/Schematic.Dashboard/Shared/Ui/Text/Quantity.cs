using System.Globalization;

namespace Schematic.Dashboard.Shared.Ui.Text;

internal static class Quantity
{
    /// <summary>A number with its noun: "1 key", "2,000 keys".</summary>
    public static string Format(long count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
