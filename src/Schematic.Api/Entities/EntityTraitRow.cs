using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

/// <summary>One trait's value of a company or user, as text; its definition says what kind of value it is.</summary>
internal sealed class EntityTraitRow : IEnvironmentScoped
{
    public const int MaxValueLength = 1024;

    public long EntitySeq { get; init; }

    public EntityRow Entity { get; init; } = null!;

    /// <summary>
    /// No foreign key: each row that referred to it would lock the definition, which all writers share. Whoever deletes
    /// a definition sees to it that nothing refers to it.
    /// </summary>
    public int DefinitionSeq { get; init; }

    public int EnvironmentSeq { get; init; }

    public required string Value { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<EntityTraitRow>
    {
        public void Configure(EntityTypeBuilder<EntityTraitRow> builder)
        {
            builder.ToTable("entity_traits");
            builder.HasKey(row => new { row.EntitySeq, row.DefinitionSeq });
            builder
                .HasOne(row => row.Entity)
                .WithMany()
                .HasForeignKey(row => row.EntitySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => new { row.DefinitionSeq, row.EnvironmentSeq });
        }
    }
}

internal static class EntityTraitRows
{
    extension(SchematicDb db)
    {
        public DbSet<EntityTraitRow> EntityTraits => db.Set<EntityTraitRow>();
    }
}
