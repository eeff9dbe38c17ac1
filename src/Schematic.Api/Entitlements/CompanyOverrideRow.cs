using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entitlements;

/// <summary>Use of a feature by one company, whatever its plan says; at most one for each feature.</summary>
internal sealed class CompanyOverrideRow : EntitlementRow
{
    public const string IdPrefix = "cmov";

    public long Seq { get; init; }

    public long CompanySeq { get; init; }

    /// <summary>From then on it is as if it were not there; null never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<CompanyOverrideRow>
    {
        public void Configure(EntityTypeBuilder<CompanyOverrideRow> builder)
        {
            builder.ToTable("company_overrides");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.CompanySeq, row.FeatureSeq }).IsUnique();
            builder.HasIndex(row => new { row.FeatureSeq, row.CompanySeq });
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
            // Most overrides never end: a look for those that do skips them.
            builder.HasIndex(row => new { row.EnvironmentSeq, row.ExpiresAt }).HasFilter("expires_at IS NOT NULL");
            builder
                .HasOne<EntityRow>()
                .WithMany()
                .HasForeignKey(row => row.CompanySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<FeatureRow>()
                .WithMany()
                .HasForeignKey(row => row.FeatureSeq)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Note of a person about an override; the seq is their order.</summary>
internal sealed class CompanyOverrideNoteRow : IEnvironmentScoped
{
    public const string IdPrefix = "cmon";

    public long Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanyOverrideSeq { get; init; }

    public required string Text { get; init; }

    /// <summary>Id of the key or member that wrote it.</summary>
    public required string AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<CompanyOverrideNoteRow>
    {
        public void Configure(EntityTypeBuilder<CompanyOverrideNoteRow> builder)
        {
            builder.ToTable("company_override_notes");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.CompanyOverrideSeq);
            builder
                .HasOne<CompanyOverrideRow>()
                .WithMany()
                .HasForeignKey(row => row.CompanyOverrideSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CompanyOverrideRows
{
    extension(SchematicDb db)
    {
        public DbSet<CompanyOverrideRow> CompanyOverrides => db.Set<CompanyOverrideRow>();

        public DbSet<CompanyOverrideNoteRow> CompanyOverrideNotes => db.Set<CompanyOverrideNoteRow>();
    }
}
