using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>A trait's name and type, shared by all environments of the account.</summary>
internal sealed class EntityTraitDefinitionRow
{
    public const string IdPrefix = "trdf";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public EntityType EntityType { get; init; }

    /// <summary>
    /// The path of member names as a JSON array, outermost first: <c>["address","city"]</c>; see
    /// <see cref="TraitPath"/>.
    /// </summary>
    public required string Hierarchy { get; init; }

    public required string DisplayName { get; set; }

    public TraitType TraitType { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<EntityTraitDefinitionRow>
    {
        public void Configure(EntityTypeBuilder<EntityTraitDefinitionRow> builder)
        {
            builder.ToTable("entity_trait_definitions");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.EntityType, row.Hierarchy }).IsUnique();
        }
    }
}

internal static class EntityTraitDefinitionRows
{
    extension(SchematicDb db)
    {
        public DbSet<EntityTraitDefinitionRow> EntityTraitDefinitions => db.Set<EntityTraitDefinitionRow>();
    }
}
