using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags;

/// <summary>
/// The part of a flag that all environments of the account share; <see cref="FlagEnvironmentRow"/> has the rest.
/// </summary>
internal sealed class FlagRow
{
    public const string IdPrefix = "flag";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public required string Key { get; set; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public FlagType FlagType { get; set; }

    public bool DefaultValue { get; set; }

    /// <summary>At most one flag of a feature, which goes when the feature goes.</summary>
    public int? FeatureSeq { get; set; }

    public string? MaintainerId { get; set; }

    /// <summary>Grows with every change; part of the flag's <c>ETag</c>.</summary>
    public long Version { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<FlagRow>
    {
        public void Configure(EntityTypeBuilder<FlagRow> builder)
        {
            builder.ToTable("flags");
            builder.HasKey(row => row.Seq);
            builder
                .HasOne<FeatureRow>()
                .WithOne()
                .HasForeignKey<FlagRow>(row => row.FeatureSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => row.Key).IsUnique();
            builder.HasIndex(row => row.FeatureSeq).IsUnique();
        }
    }
}

internal static class FlagRows
{
    extension(SchematicDb db)
    {
        public DbSet<FlagRow> Flags => db.Set<FlagRow>();
    }
}
