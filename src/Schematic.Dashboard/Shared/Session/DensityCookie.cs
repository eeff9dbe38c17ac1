namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Height of the rows of lists, 44 or 36 pixels; read before a page is written, so that nothing moves.
/// </summary>
internal static class DensityCookie
{
    public const string Name = "schematic.density";
    public const string Comfortable = "comfortable";
    public const string Compact = "compact";

    public static string Read(HttpContext? context) =>
        context?.Request.Cookies[Name] == Compact ? Compact : Comfortable;
}
