using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events;

/// <summary>
/// Something that happened to or was done by a company or user. PostgreSQL keeps each month in its own partition.
/// </summary>
[PartitionedBy(nameof(CapturedAt))]
internal sealed class EventRow : IEnvironmentScoped
{
    public const string IdPrefix = "evt";

    /// <summary>The type of a check of a flag.</summary>
    public const string FlagCheck = "flag_check";

    public long Seq { get; init; }

    /// <summary>
    /// Made at <see cref="CapturedAt"/>: it says when to look for the row, and no index on it is needed.
    /// </summary>
    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    /// <summary>The wire's name, like <c>flag_check</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>Name of what is counted; null if nothing is.</summary>
    public string? EventSubtype { get; init; }

    public EventStatus Status { get; init; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? Error { get; init; }

    /// <summary>JSON as it was sent.</summary>
    public required string Body { get; init; }

    /// <summary>Id of the company; null if none is named or it does not exist.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Id of the user; null if none is named or it does not exist.</summary>
    public string? UserId { get; init; }

    /// <summary>Id of the checked flag; null if no such flag exists.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the key that sent it; null if the server itself or the console did.</summary>
    public string? ApiKeyId { get; init; }

    public string? IdempotencyKey { get; init; }

    public long Quantity { get; init; }

    /// <summary>Clock by which <see cref="CapturedAt"/> is told.</summary>
    public EventClock Clock { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The moment for which it counts.</summary>
    public DateTimeOffset CapturedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it took effect; null if it has not.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>The company's counter of its day just after it; null if it moved none.</summary>
    public long? DayAfter { get; init; }

    /// <summary>The company's counter of all time just after it; null if it moved none.</summary>
    public long? TotalAfter { get; init; }

    /// <summary>Whom it is about.</summary>
    public IEnumerable<string> EntityIds => new[] { CompanyId, UserId }.OfType<string>();

    public sealed class Configuration : IEntityTypeConfiguration<EventRow>
    {
        public void Configure(EntityTypeBuilder<EventRow> builder)
        {
            builder.ToTable("events");
            builder.HasKey(row => row.Seq);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            // What each costs under a flood of events, and which page needs it: docs/performance.md.
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.CapturedAt,
                row.Id,
            });
            AddPartial(builder, nameof(CompanyId), "company_id IS NOT NULL");
            AddPartial(builder, nameof(UserId), "user_id IS NOT NULL");
            AddPartial(builder, nameof(FlagId), "flag_id IS NOT NULL");
            AddPartial(builder, nameof(EventSubtype), "event_subtype IS NOT NULL");
            AddPartial(builder, nameof(IdempotencyKey), "idempotency_key IS NOT NULL");
            AddPartial(builder, nameof(Status), "error IS NOT NULL");
        }

        private static void AddPartial(EntityTypeBuilder<EventRow> builder, string column, string filter) =>
            builder.HasIndex(nameof(EnvironmentSeq), column, nameof(CapturedAt), nameof(Id)).HasFilter(filter);
    }
}

/// <summary>Clock by which an event counts. The numbers are stored.</summary>
internal enum EventClock : short
{
    /// <summary>It happened when it was received.</summary>
    Server = 0,

    /// <summary>It happened when its sender says.</summary>
    Sender = 1,

    /// <summary>As <see cref="Sender"/>, long ago: it has no effect on anything but counters.</summary>
    Backfill = 2,
}

internal static class EventRows
{
    extension(SchematicDb db)
    {
        public DbSet<EventRow> Events => db.Set<EventRow>();
    }
}
