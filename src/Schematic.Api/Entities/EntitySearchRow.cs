using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// Text that <c>q</c> is matched against, apart from the entity so that a mere "seen again" does not touch the trigram
/// index. The index itself (FTS5 kept by triggers, or GIN with pg_trgm) is made by the migrations.
/// </summary>
internal sealed class EntitySearchRow : IEnvironmentScoped
{
    public long EntitySeq { get; init; }

    public EntityRow Entity { get; init; } = null!;

    public int EnvironmentSeq { get; init; }

    public EntityType EntityType { get; init; }

    /// <summary>Made by <see cref="SearchText.Document"/>.</summary>
    public required string Text { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<EntitySearchRow>
    {
        public void Configure(EntityTypeBuilder<EntitySearchRow> builder)
        {
            builder.ToTable("entity_search");
            builder.HasKey(row => row.EntitySeq);
            builder.Property(row => row.EntitySeq).ValueGeneratedNever();
            builder
                .HasOne(row => row.Entity)
                .WithOne()
                .HasForeignKey<EntitySearchRow>(row => row.EntitySeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}
