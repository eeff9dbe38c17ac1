using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

/// <summary>One key of a company or user. A value belongs to one entity per environment and key name.</summary>
internal sealed class EntityKeyRow : IEnvironmentScoped
{
    private const int HashLength = 16;

    public long EntitySeq { get; init; }

    public EntityRow Entity { get; init; } = null!;

    /// <summary>
    /// No foreign key: each row that referred to it would lock the definition, which all writers share. Key definitions
    /// are never deleted.
    /// </summary>
    public int DefinitionSeq { get; init; }

    public int EnvironmentSeq { get; init; }

    public required string Value { get; init; }

    /// <summary>See <see cref="Hash"/>.</summary>
    public required byte[] ValueHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// Hash that the unique index holds instead of the value: PostgreSQL cannot index texts of 4,096 characters. 128
    /// bits of SHA-256.
    /// </summary>
    public static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value))[..HashLength];

    public sealed class Configuration : IEntityTypeConfiguration<EntityKeyRow>
    {
        public void Configure(EntityTypeBuilder<EntityKeyRow> builder)
        {
            builder.ToTable("entity_keys");
            builder.HasKey(row => new { row.EntitySeq, row.DefinitionSeq });
            builder
                .HasOne(row => row.Entity)
                .WithMany()
                .HasForeignKey(row => row.EntitySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasIndex(row => new
                {
                    row.DefinitionSeq,
                    row.EnvironmentSeq,
                    row.ValueHash,
                })
                .IsUnique();
        }
    }
}

internal static class EntityKeyRows
{
    extension(SchematicDb db)
    {
        public DbSet<EntityKeyRow> EntityKeys => db.Set<EntityKeyRow>();
    }
}
