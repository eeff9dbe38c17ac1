using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Environments;

internal sealed class EnvironmentRow
{
    public const string IdPrefix = "env";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public EnvironmentType EnvironmentType { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Set where the environment is deleted and what it held is still being removed.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<EnvironmentRow>
    {
        public void Configure(EntityTypeBuilder<EnvironmentRow> builder)
        {
            builder.ToTable("environments");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasQueryFilter(row => row.DeletedAt == null);
        }
    }
}

internal static class EnvironmentRows
{
    extension(SchematicDb db)
    {
        public DbSet<EnvironmentRow> Environments => db.Set<EnvironmentRow>();
    }
}
