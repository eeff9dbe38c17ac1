using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;

namespace Schematic.Api.Companies;

/// <summary>A user's place in a company; one per pair.</summary>
internal sealed class CompanyMembershipRow : IEnvironmentScoped
{
    public long Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public CompanyRow Company { get; init; } = null!;

    public long UserSeq { get; init; }

    public UserRow User { get; init; } = null!;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<CompanyMembershipRow>
    {
        public void Configure(EntityTypeBuilder<CompanyMembershipRow> builder)
        {
            builder.ToTable("company_memberships");
            builder.HasKey(row => row.Seq);
            builder
                .HasOne(row => row.Company)
                .WithMany()
                .HasForeignKey(row => row.CompanySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne(row => row.User)
                .WithMany()
                .HasForeignKey(row => row.UserSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.CompanySeq, row.UserSeq }).IsUnique();
            builder.HasIndex(row => row.UserSeq);
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
        }
    }
}

internal static class CompanyMembershipRows
{
    extension(SchematicDb db)
    {
        public DbSet<CompanyMembershipRow> CompanyMemberships => db.Set<CompanyMembershipRow>();
    }
}
