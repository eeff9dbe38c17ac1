using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Events.Capture;

/// <summary>A key that an event came with, kept for as long as a second event with it is dropped.</summary>
internal sealed class IdempotencyKeyRow : IEnvironmentScoped
{
    /// <summary>How long a second event with the key is dropped.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public int EnvironmentSeq { get; init; }

    /// <summary>The wire's name, like <c>track</c>: each type has keys of its own.</summary>
    public required string EventType { get; init; }

    public required string Key { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<IdempotencyKeyRow>
    {
        public void Configure(EntityTypeBuilder<IdempotencyKeyRow> builder)
        {
            builder.ToTable("idempotency_keys");
            builder.HasKey(row => new
            {
                row.EnvironmentSeq,
                row.EventType,
                row.Key,
            });
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.SeenAt);
        }
    }
}

internal static class IdempotencyKeyRows
{
    extension(SchematicDb db)
    {
        public DbSet<IdempotencyKeyRow> IdempotencyKeys => db.Set<IdempotencyKeyRow>();
    }
}
