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
            ended_at = excluded.ended_at, resource_id = excluded.resource_id, resource_name = excluded.resource_name,
            actor_type = excluded.actor_type, user_id = excluded.user_id, user_name = excluded.user_name
        """;

    // What a request leaves to the background may come to its first transaction after the answer.
    private const string Keep = "ON CONFLICT (id) DO NOTHING";

    private static readonly SqlLiteral Table = new("audit_log");

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

    // As it was when the entry was stored with the change; null if it was not.
    private (AuditedResource, string?)? _stored;

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

    /// <summary>A <see cref="PackedText"/>.</summary>
    public byte[]? ResponseBody { get; set; }

    public int? Status { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public void Tell(string id, string name) => Resource = Resource.Answered(id, name);

    // What an answer can tell more of.
    private (AuditedResource, string?) Known => (Resource, UserId);

    public Task StoreAsync(SchematicDb db, IReadOnlyList<ICompanion> all, CancellationToken cancellationToken)
    {
        AuditEntry[] entries = [.. all.Cast<AuditEntry>()];
        foreach (var entry in entries)
            entry._stored = entry.Known;
        return StoreAsync(db, entries, Keep, cancellationToken);
    }

    /// <summary>Stores entries whose requests are answered, or completes those that are stored already.</summary>
    public static async Task CompleteAsync(
        SchematicDb db,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        // Of most of them only the answer is new, which is less to write than the whole entry. The transaction of the
        // others was rolled back, or did not know yet what it was about.
        var stored = await StoredAsync(db, entries, cancellationToken);
        var isKnown = entries.ToLookup(entry => entry._stored == entry.Known && stored.Contains(entry.Id));
        await AnswerAsync(db, isKnown[true], cancellationToken);
        await StoreAsync(db, [.. isKnown[false]], Complete, cancellationToken);
    }

    private static async Task<HashSet<string>> StoredAsync(
        SchematicDb db,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var ids = SqlArray.Of(entries.Select(static entry => entry.Id));
        var sql = new SqlText($"SELECT id FROM {Table} WHERE id {db.Dialect.Among(ids)}");
        return [.. await db.QueryAsync(sql, static row => row.GetString(0), cancellationToken)];
    }

    private static async Task AnswerAsync(
        SchematicDb db,
        IEnumerable<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows("id", "status", "response_body", "ended_at")
            .WithType<int>("status")
            .WithType<byte[]>("response_body")
            .WithType<DateTimeOffset>("ended_at");
        foreach (var entry in entries)
            rows.Add(entry.Id, entry.Status, entry.ResponseBody, entry.EndedAt);
        if (rows.Rows.Count == 0)
            return;
        foreach (var statement in db.Dialect.Update(Table, rows))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    private static async Task StoreAsync(
        SchematicDb db,
        IReadOnlyList<AuditEntry> entries,
        string conflict,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows(Columns)
            .WithType<int>("status")
            .WithType<byte[]>("response_body")
            .WithType<DateTimeOffset>("ended_at");
        foreach (var entry in entries)
            entry.AddTo(rows);
        foreach (var statement in db.Dialect.Insert(Table, rows, conflict))
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
