using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Events;

/// <summary>
/// Statements that store events. Written by hand: this is the path that every use of a product takes.
/// </summary>
internal static class EventSql
{
    private static readonly string[] Columns =
    [
        "id",
        "environment_seq",
        "event_type",
        "event_subtype",
        "status",
        "error",
        "body",
        "company_id",
        "user_id",
        "flag_id",
        "api_key_id",
        "idempotency_key",
        "quantity",
        "clock",
        "sent_at",
        "captured_at",
        "received_at",
        "processed_at",
        "day_after",
        "total_after",
    ];

    public static async Task InsertAsync(
        SchematicDb db,
        IReadOnlyList<EventRow> events,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows(Columns)
            .WithType<DateTimeOffset>("sent_at", "processed_at")
            .WithType<long>("day_after", "total_after");
        foreach (var row in events)
            Add(rows, row);
        foreach (var statement in db.Dialect.Insert(new SqlLiteral("events"), rows))
            await db.ExecuteAsync(statement, cancellationToken);
    }

    /// <summary>Stores what has become of an event that was tried again.</summary>
    public static Task UpdateAsync(
        SchematicDb db,
        EventRow stored,
        EventRow now,
        CancellationToken cancellationToken
    ) =>
        db.ExecuteAsync(
            new SqlText(
                $"""
                UPDATE events SET status = {now.Status}, error = {now.Error}, event_subtype = {now.EventSubtype},
                    company_id = {now.CompanyId}, user_id = {now.UserId}, quantity = {now.Quantity},
                    processed_at = {now.ProcessedAt}, day_after = {now.DayAfter}, total_after = {now.TotalAfter}
                WHERE seq = {stored.Seq} AND captured_at = {stored.CapturedAt}
                """
            ),
            cancellationToken
        );

    /// <summary>Locks an event that failed until the transaction ends; false if it has been replayed.</summary>
    public static async Task<bool> ClaimFailedAsync(
        SchematicDb db,
        EventRow stored,
        CancellationToken cancellationToken
    ) =>
        (
            await db.QueryAsync(
                new SqlText(
                    $"""
                    UPDATE events SET error = error
                    WHERE seq = {stored.Seq} AND captured_at = {stored.CapturedAt} AND error IS NOT NULL
                    RETURNING seq
                    """
                ),
                static row => row.GetInt64(0),
                cancellationToken
            )
        ).Count > 0;

    private static void Add(SqlRows rows, EventRow row) =>
        rows.Add(
            row.Id,
            row.EnvironmentSeq,
            row.EventType,
            row.EventSubtype,
            (int)row.Status,
            row.Error,
            row.Body,
            row.CompanyId,
            row.UserId,
            row.FlagId,
            row.ApiKeyId,
            row.IdempotencyKey,
            row.Quantity,
            (short)row.Clock,
            row.SentAt,
            row.CapturedAt,
            row.ReceivedAt,
            row.ProcessedAt,
            row.DayAfter,
            row.TotalAfter
        );
}
