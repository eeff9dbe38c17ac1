using System.Globalization;

namespace Schematic.Dashboard.Shared.Ui.Charts;

internal static class Percent
{
    /// <summary>A share from 0 to 1 as "12.5%"; a tiny one is "&lt;0.1%" and never 0.</summary>
    public static string Format(double share) =>
        share is > 0 and < 0.001
            ? "<0.1%"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 1):0.#}%");
}
