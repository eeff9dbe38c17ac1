using System.Text.Json;

namespace Schematic.Api.Persistence;

/// <summary>Names of tables and columns are written as on the wire.</summary>
internal static class SnakeCase
{
    public static string FromName(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
