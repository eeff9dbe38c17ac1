using System.Text.Json.Serialization;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.AuditLog;

/// <summary>A request that changed something, or was to, with its body and its answer.</summary>
public sealed record AuditLogResponseData
{
    /// <summary>Kind of caller.</summary>
    public required ActorType ActorType { get; init; }

    /// <summary>Key of the caller; left out if it used none or the key was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiKeyResponseData? ApiKey { get; init; }

    /// <summary>Id of that key, <c>api_…</c>; null if the caller used none.</summary>
    public string? ApiKeyId { get; init; }

    /// <summary>Time at which the request was answered, in UTC; null if it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Environment that the request was for; left out if it was for none or it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EnvironmentResponseData? Environment { get; init; }

    /// <summary>Id of that environment, <c>env_…</c>; null if the request was for none.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Id of the entry, a UUID of 36 characters.</summary>
    public required string Id { get; init; }

    /// <summary>HTTP method, such as <c>PUT</c>.</summary>
    public required string Method { get; init; }

    /// <summary>
    /// JSON that was sent, with secrets taken out; null if there was none, or it was too long to keep.
    /// </summary>
    public string? ReqBody { get; init; }

    /// <summary>Number of the resource; null if it is named by text, as all are here.</summary>
    public long? ResourceId { get; init; }

    /// <summary>Id of the resource that was changed; null if there is none.</summary>
    public string? ResourceIdString { get; init; }

    /// <summary>Display name of that resource; null if it has none.</summary>
    public string? ResourceName { get; init; }

    /// <summary>Kind of that resource, such as <c>plan</c>; null if unknown.</summary>
    public string? ResourceType { get; init; }

    /// <summary>
    /// JSON that was answered, with secrets taken out; null if there was none, or it was too long to keep.
    /// </summary>
    public string? RespBody { get; init; }

    /// <summary>HTTP status of the answer, 100 to 599; null if there was none.</summary>
    public long? RespCode { get; init; }

    /// <summary>Another resource that the request was about; null if there is none.</summary>
    public string? SecondaryResource { get; init; }

    /// <summary>Time at which the request arrived, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Path and query of the request.</summary>
    public required string Url { get; init; }

    /// <summary>Id of the member who sent the request, <c>acme_…</c>; null if none did.</summary>
    public string? UserId { get; init; }

    /// <summary>Name of the member who sent the request; null if none did.</summary>
    public string? UserName { get; init; }
}
