using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// A company or a user: one table, because both are found by keys and described by traits in the same way.
/// <see cref="Seq"/> orders by creation, and stands for the row inside the database; <see cref="Id"/> is its name
/// outside.
/// </summary>
internal abstract class EntityRow : IEnvironmentScoped
{
    public long Seq { get; init; }

    public required string Id { get; init; }

    public EntityType EntityType { get; init; }

    public int EnvironmentSeq { get; init; }

    public required string Name { get; init; }

    /// <summary><see cref="Name"/> in lower case: the order a person expects, the same on both databases.</summary>
    public required string SortName { get; init; }

    /// <summary>The values of its traits; see <see cref="TraitDocument"/>.</summary>
    public string Traits { get; init; } = TraitDocument.Empty;

    public DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<EntityRow>
    {
        public void Configure(EntityTypeBuilder<EntityRow> builder)
        {
            builder.ToTable("entities");
            builder.HasKey(row => row.Seq);
            builder.Property(row => row.Traits).HasDefaultValue(TraitDocument.Empty);
            builder
                .HasDiscriminator(row => row.EntityType)
                .HasValue<CompanyRow>(EntityType.Company)
                .HasValue<UserRow>(EntityType.User);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new
            {
                row.EnvironmentSeq,
                row.EntityType,
                row.Seq,
            });
            foreach (var sorted in (string[])[nameof(SortName), nameof(LastSeenAt), nameof(UpdatedAt)])
                builder.HasIndex(nameof(EnvironmentSeq), nameof(EntityType), sorted, nameof(Seq));
        }
    }
}

internal static class EntityRows
{
    extension(SchematicDb db)
    {
        public DbSet<EntityRow> Entities => db.Set<EntityRow>();
    }
}
