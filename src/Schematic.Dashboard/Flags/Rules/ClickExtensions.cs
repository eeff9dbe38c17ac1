using Microsoft.AspNetCore.Components.Web;

namespace Schematic.Dashboard.Flags.Rules;

internal static class ClickExtensions
{
    /// <summary>
    /// Whether this is the second click of a double click. Where a click removes something, the second one would hit
    /// the next
    /// thing, which has moved below the pointer meanwhile.
    /// </summary>
    public static bool IsSecondOfTwo(this MouseEventArgs click) => click.Detail > 1;
}
