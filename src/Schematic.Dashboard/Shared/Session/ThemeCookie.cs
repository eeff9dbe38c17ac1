namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Light, dark or as the system says; read before the first byte of a page is written, so that nothing flashes.
/// </summary>
internal static class ThemeCookie
{
    public const string Name = "schematic.theme";
    public const string System = "system";

    public static string Read(HttpContext? context) =>
        context?.Request.Cookies[Name] is "light" or "dark" ? context.Request.Cookies[Name]! : System;
}
