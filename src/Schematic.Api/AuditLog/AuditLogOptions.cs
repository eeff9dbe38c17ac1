namespace Schematic.Api.AuditLog;

/// <summary>How long entries of the audit log are kept.</summary>
internal sealed record AuditLogOptions
{
    public const string Section = "AuditLog";

    /// <summary>Days after which an entry may be deleted; null to keep all.</summary>
    public int? RetentionDays { get; init; } = 90;
}
