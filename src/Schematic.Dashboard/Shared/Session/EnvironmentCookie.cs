namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// The environment last looked at, so that <c>/</c> leads back to it. Written by <c>app.js</c>: a circuit sends no
/// headers.
/// </summary>
internal static class EnvironmentCookie
{
    public const string Name = "schematic.environment";

    public static string? Read(HttpContext context) => context.Request.Cookies[Name];
}
