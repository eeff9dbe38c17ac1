using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Events;

/// <summary>
/// Something that happened to or was done by a company or user. So far only checks of flags are recorded.
/// </summary>
internal sealed class EventRow : IEnvironmentScoped
{
    public const string IdPrefix = "evt";

    /// <summary>The type of a check of a flag.</summary>
    public const string FlagCheck = "flag_check";

    public long Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    /// <summary>The wire's name: <c>flag_check</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>JSON in the form of the wire.</summary>
    public required string Body { get; init; }

    /// <summary>Id of the company; null if none is named or it does not exist.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Id of the user; null if none is named or it does not exist.</summary>
    public string? UserId { get; init; }

    /// <summary>Id of the checked flag; null if no such flag exists.</summary>
    public string? FlagId { get; init; }

    public DateTimeOffset CapturedAt { get; init; }

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
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.CapturedAt,
                row.Id,
            });
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.CompanyId,
                row.CapturedAt,
                row.Id,
            });
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.UserId,
                row.CapturedAt,
                row.Id,
            });
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.FlagId,
                row.CapturedAt,
                row.Id,
            });
        }
    }
}

internal static class EventRows
{
    extension(SchematicDb db)
    {
        public DbSet<EventRow> Events => db.Set<EventRow>();
    }
}
