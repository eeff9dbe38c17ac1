using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.AuditLog;

/// <summary>How bodies are written for the screen.</summary>
internal static class AuditJson
{
    public static JsonSerializerOptions Plain => WireJson.Tolerant;

    public static JsonSerializerOptions Indented { get; } = new(WireJson.Tolerant) { WriteIndented = true };
}
