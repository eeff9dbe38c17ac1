using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.AuditLog;

namespace Schematic.Dashboard.AuditLog;

/// <summary>An entry of the audit log, as lists and pages show it alike.</summary>
public sealed record AuditEntry
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorType ActorType { get; init; }

    /// <summary>Name of the member; null if none did it.</summary>
    public string? MemberName { get; init; }

    /// <summary>Name of the key, or its id once it is deleted; null if none was used.</summary>
    public string? KeyName { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>Kind of the thing, as on the wire; null if unknown.</summary>
    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public string? ResourceName { get; init; }

    public string? EnvironmentId { get; init; }

    /// <summary>Null if the request was for none, or it was deleted.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>Null if there was no answer.</summary>
    public long? Status { get; init; }

    public bool IsRefused => Status >= 400;

    public static AuditEntry FromContract(AuditLogListResponseData entry) =>
        new()
        {
            Id = entry.Id,
            At = entry.StartedAt,
            ActorType = entry.ActorType,
            MemberName = entry.UserName,
            KeyName = entry.ApiKey?.Name ?? entry.ApiKeyId,
            Method = entry.Method,
            Url = entry.Url,
            ResourceType = entry.ResourceType,
            ResourceId = entry.ResourceIdString,
            ResourceName = entry.ResourceName,
            EnvironmentId = entry.EnvironmentId,
            EnvironmentName = entry.Environment?.Name,
            Status = entry.RespCode,
        };

    public static AuditEntry FromContract(AuditLogResponseData entry) =>
        new()
        {
            Id = entry.Id,
            At = entry.StartedAt,
            ActorType = entry.ActorType,
            MemberName = entry.UserName,
            KeyName = entry.ApiKey?.Name ?? entry.ApiKeyId,
            Method = entry.Method,
            Url = entry.Url,
            ResourceType = entry.ResourceType,
            ResourceId = entry.ResourceIdString,
            ResourceName = entry.ResourceName,
            EnvironmentId = entry.EnvironmentId,
            EnvironmentName = entry.Environment?.Name,
            Status = entry.RespCode,
        };
}
