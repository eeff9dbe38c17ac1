namespace Schematic.Dashboard.AuditLog;

/// <summary>A field that differs; null where it was not there.</summary>
internal sealed record AuditChange(string Field, string? Before, string? After);
