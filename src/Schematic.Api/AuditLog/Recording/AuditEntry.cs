using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.AuditLog.Recording;

/// <summary>
/// An entry as it comes about: stored with the first thing that its request changes, and completed once that is
/// answered. One that changes nothing is stored when it is answered.
/// </summary>
internal sealed class AuditEntry : ICompanion
{
    // Whichever comes first makes the row.
    private const string Complete = """
        ON CONFLICT (id) DO UPDATE SET status = excluded.status, response_body = excluded.response_body,
            ended_at = excluded.ended_at, resource_id = excluded.resource_id, resource_name = excluded.resource_name
        """;

    // What a request leaves to the background may come to its first transaction after the answer.
    private const string Keep = "ON CONFLICT (id) DO NOTHING";

    private static readonly string[] Columns =
    [
        "id",
        "actor_type",
        "api_key_id",
        "user_id",
        "user_name",
        "environment_id",
        "method",
        "url",
        "resource_type",
        "resource_id",
        "resource_name",
        "secondary_resource",
        "status",
        "request_body",
        "response_body",
        "started_at",
        "ended_at",
    ];

    public required string Id { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public ActorType ActorType { get; set; } = ActorType.System;

    public string? ApiKeyId { get; set; }

    public string? UserId { get; set; }

    public string? UserName { get; set; }

    public string? EnvironmentId { get; set; }

    public AuditedResource Resource { get; set; }

    public string? RequestBody { get; set; }

    public string? ResponseBody { get; set; }

    public int? Status { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Task StoreAsync(SchematicDb db, CancellationToken cancellationToken) =>
        StoreAsync(db, [this], Keep, cancellationToken);

    /// <summary>Stores entries whose requests are answered, or completes those that are stored already.</summary>
    public static Task CompleteAsync(
        SchematicDb db,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    ) => StoreAsync(db, entries, Complete, cancellationToken);

    private static async Task StoreAsync(
        SchematicDb db,
        IReadOnlyList<AuditEntry> entries,
        string conflict,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows(Columns).WithType<int>("status").WithType<DateTimeOffset>("ended_at");
        foreach (var entry in entries)
            entry.AddTo(rows);
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("audit_log"), rows, conflict))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    private void AddTo(SqlRows rows) =>
        rows.Add(
            Id,
            (int)ActorType,
            ApiKeyId,
            UserId,
            UserName,
            EnvironmentId,
            Method,
            Url,
            Resource.Type,
            Resource.Id,
            Resource.Name,
            Resource.Secondary,
            Status,
            RequestBody,
            ResponseBody,
            StartedAt,
            EndedAt
        );
}
