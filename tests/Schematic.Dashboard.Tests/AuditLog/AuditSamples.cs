using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.AuditLog;

namespace Schematic.Dashboard.Tests.AuditLog;

/// <summary>Entries of the audit log as the API answers them.</summary>
internal static class AuditSamples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static AuditLogListResponseData Listed(
        string id = "entry_1",
        string method = "PUT",
        string url = "/plans/plan_1",
        string? type = "plan",
        long? status = 200,
        string? name = "Pro"
    ) =>
        new()
        {
            Id = id,
            ActorType = ActorType.AppUser,
            UserName = "Ada Lovelace",
            EnvironmentId = "env_production",
            Method = method,
            Url = url,
            ResourceType = type,
            ResourceIdString = type is null ? null : $"{type}_1",
            ResourceName = name,
            RespCode = status,
            StartedAt = Noon,
        };

    public static AuditLogResponseData Entry(string id, string? request, string? answer, long status = 200) =>
        new()
        {
            Id = id,
            ActorType = ActorType.AppUser,
            UserName = "Ada Lovelace",
            EnvironmentId = "env_production",
            Method = "PUT",
            Url = "/plans/plan_1",
            ResourceType = "plan",
            ResourceIdString = "plan_1",
            ResourceName = "Pro",
            ReqBody = request,
            RespBody = answer,
            RespCode = status,
            StartedAt = Noon,
        };
}
