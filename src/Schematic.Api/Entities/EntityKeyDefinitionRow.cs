using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>A key's name, seen at least once in some environment of the account.</summary>
internal sealed class EntityKeyDefinitionRow
{
    public const string IdPrefix = "kydf";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public EntityType EntityType { get; init; }

    public required string Key { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<EntityKeyDefinitionRow>
    {
        public void Configure(EntityTypeBuilder<EntityKeyDefinitionRow> builder)
        {
            builder.ToTable("entity_key_definitions");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.EntityType, row.Key }).IsUnique();
        }
    }
}

internal static class EntityKeyDefinitionRows
{
    extension(SchematicDb db)
    {
        public DbSet<EntityKeyDefinitionRow> EntityKeyDefinitions => db.Set<EntityKeyDefinitionRow>();
    }
}
