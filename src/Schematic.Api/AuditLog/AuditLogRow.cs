using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.AuditLog;

/// <summary>
/// A request that changed something, or was to. It names what it is about by id, without foreign keys: it stays when
/// that is deleted.
/// </summary>
internal sealed class AuditLogRow
{
    public long Seq { get; init; }

    /// <summary>The id of the request, a UUID that sorts by time.</summary>
    public required string Id { get; init; }

    public ActorType ActorType { get; init; }

    public string? ApiKeyId { get; init; }

    public string? UserId { get; init; }

    /// <summary>As the member was called then.</summary>
    public string? UserName { get; init; }

    public string? EnvironmentId { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public string? ResourceName { get; init; }

    public string? SecondaryResource { get; init; }

    /// <summary>Null until the request is answered.</summary>
    public int? Status { get; init; }

    public string? RequestBody { get; init; }

    /// <summary>A <see cref="PackedText"/>.</summary>
    public byte[]? ResponseBody { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<AuditLogRow>
    {
        public void Configure(EntityTypeBuilder<AuditLogRow> builder)
        {
            builder.ToTable("audit_log");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => row.StartedAt);
            builder.HasIndex(row => new { row.EnvironmentId, row.StartedAt });
            builder.HasIndex(row => new { row.ResourceId, row.StartedAt });
        }
    }
}

internal static class AuditLogRows
{
    extension(SchematicDb db)
    {
        public DbSet<AuditLogRow> AuditLog => db.Set<AuditLogRow>();
    }
}
