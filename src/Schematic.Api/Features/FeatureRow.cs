using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Features;

namespace Schematic.Api.Features;

/// <summary>A feature that is sold, shared by all environments of the account. Its key is that of its flag.</summary>
internal sealed class FeatureRow
{
    public const string IdPrefix = "feat";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    /// <summary>Never changes: entitlements and usage are of one kind or the other.</summary>
    public FeatureType FeatureType { get; init; }

    /// <summary>Id of the license that the feature is, which is the feature's own; null if it is none.</summary>
    public string? LicenseId => FeatureType == FeatureType.License ? Id : null;

    /// <summary>The event that uses the feature; it may never have been sent.</summary>
    public string? EventSubtype { get; set; }

    /// <summary>The trait that holds the feature's usage; it may not be defined.</summary>
    public string? TraitId { get; set; }

    public required string Icon { get; set; }

    public FeatureLifecyclePhase? LifecyclePhase { get; set; }

    public string? MaintainerId { get; set; }

    public string? PluralName { get; set; }

    public string? SingularName { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<FeatureRow>
    {
        public void Configure(EntityTypeBuilder<FeatureRow> builder)
        {
            builder.ToTable("features");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
        }
    }
}

internal static class FeatureRows
{
    extension(SchematicDb db)
    {
        public DbSet<FeatureRow> Features => db.Set<FeatureRow>();
    }
}
