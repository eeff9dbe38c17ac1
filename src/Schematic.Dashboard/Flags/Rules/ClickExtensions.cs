using Microsoft.AspNetCore.Components.Web;

namespace Schematic.Dashboard.Flags.Rules;

internal static class ClickExtensions
{
    /// <summary>Of two quick clicks that remove something, the second meets what comes next, which has moved below the pointer meanwhile.</summary>
    public static bool IsSecondOfTwo(this MouseEventArgs click) => click.Detail > 1;
}
