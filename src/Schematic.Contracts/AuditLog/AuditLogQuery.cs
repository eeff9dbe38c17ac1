using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.AuditLog;

/// <summary>Filters and page of <c>GET /audit-log</c> and its count; null does not filter.</summary>
public sealed record AuditLogQuery : Page
{
    /// <summary>Only requests of this kind of caller.</summary>
    public ActorType? ActorType { get; init; }

    /// <summary>Only requests with this key, <c>api_…</c>. An addition to the published API.</summary>
    public string? ApiKeyId { get; init; }

    /// <summary>Only requests that arrived before this.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Only requests for this environment, <c>env_…</c>.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>
    /// True for requests that were refused or failed, false for those that were not, or whose answer is not known. An
    /// addition to the published API.
    /// </summary>
    public bool? IsRefused { get; init; }

    /// <summary>Part of the address, or of the id or name of the resource or member, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>Only requests about the resource with this id. An addition to the published API.</summary>
    [StringLength(256)]
    public string? ResourceId { get; init; }

    /// <summary>
    /// Only requests about resources of this kind, such as <c>plan</c>. An addition to the published API.
    /// </summary>
    [StringLength(64)]
    public string? ResourceType { get; init; }

    /// <summary>Only requests that arrived then or later.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Only requests answered with this HTTP status, 100 to 599. An addition to the published API.</summary>
    [Range(100, 599)]
    public int? Status { get; init; }

    /// <summary>Only requests of this member, <c>acme_…</c>. An addition to the published API.</summary>
    public string? UserId { get; init; }
}
