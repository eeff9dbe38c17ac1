using Schematic.Api.ApiKeys;
using Schematic.Api.Environments;
using Schematic.Contracts.AuditLog;

namespace Schematic.Api.AuditLog;

/// <summary>An entry with the key and the environment that it names, as they are now; null if deleted.</summary>
internal sealed record AuditLogDetail(
    AuditLogRow Row,
    ApiKeyRow? Key,
    EnvironmentRow? KeyEnvironment,
    EnvironmentRow? Environment
);

internal static class AuditLogMapping
{
    public static AuditLogListResponseData ToListed(this AuditLogDetail detail, KeyUsage usage) =>
        new()
        {
            ActorType = detail.Row.ActorType,
            ApiKey = detail.Key?.ToContract(detail.KeyEnvironment, usage),
            ApiKeyId = detail.Row.ApiKeyId,
            EndedAt = detail.Row.EndedAt,
            Environment = detail.Environment?.ToContract(),
            EnvironmentId = detail.Row.EnvironmentId,
            Id = detail.Row.Id,
            Method = detail.Row.Method,
            ResourceIdString = detail.Row.ResourceId,
            ResourceName = detail.Row.ResourceName,
            ResourceType = detail.Row.ResourceType,
            RespCode = detail.Row.Status,
            SecondaryResource = detail.Row.SecondaryResource,
            StartedAt = detail.Row.StartedAt,
            Url = detail.Row.Url,
            UserName = detail.Row.UserName,
        };

    public static AuditLogResponseData ToContract(this AuditLogDetail detail, KeyUsage usage) =>
        new()
        {
            ActorType = detail.Row.ActorType,
            ApiKey = detail.Key?.ToContract(detail.KeyEnvironment, usage),
            ApiKeyId = detail.Row.ApiKeyId,
            EndedAt = detail.Row.EndedAt,
            Environment = detail.Environment?.ToContract(),
            EnvironmentId = detail.Row.EnvironmentId,
            Id = detail.Row.Id,
            Method = detail.Row.Method,
            ReqBody = detail.Row.RequestBody,
            ResourceIdString = detail.Row.ResourceId,
            ResourceName = detail.Row.ResourceName,
            ResourceType = detail.Row.ResourceType,
            RespBody = detail.Row.ResponseBody is { } answer ? PackedText.Unpack(answer) : null,
            RespCode = detail.Row.Status,
            SecondaryResource = detail.Row.SecondaryResource,
            StartedAt = detail.Row.StartedAt,
            Url = detail.Row.Url,
            UserId = detail.Row.UserId,
            UserName = detail.Row.UserName,
        };
}
