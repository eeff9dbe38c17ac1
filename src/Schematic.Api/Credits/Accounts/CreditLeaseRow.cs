using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;

namespace Schematic.Api.Credits.Accounts;

/// <summary>A <see cref="CreditLease"/> of one company.</summary>
internal sealed class CreditLeaseRow : IEnvironmentScoped
{
    public const string IdPrefix = "crlse";

    public long Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public int CreditTypeSeq { get; init; }

    public long GrantedMicroCredits { get; init; }

    public long CommittedMicroCredits { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public CreditLease ToLease() =>
        new()
        {
            Id = Id,
            GrantedMicroCredits = GrantedMicroCredits,
            CommittedMicroCredits = CommittedMicroCredits,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            ExpiresAt = ExpiresAt,
            ReleasedAt = ReleasedAt,
        };

    public sealed class Configuration : IEntityTypeConfiguration<CreditLeaseRow>
    {
        public void Configure(EntityTypeBuilder<CreditLeaseRow> builder)
        {
            builder.ToTable("credit_leases");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            // Never are two open, whoever asks.
            builder
                .HasIndex(row => new { row.CompanySeq, row.CreditTypeSeq })
                .IsUnique()
                .HasFilter("released_at IS NULL");
            // Lists, newest first.
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
            builder.HasIndex(row => new { row.CompanySeq, row.Seq });
            builder.HasIndex(row => new { row.CreditTypeSeq, row.Seq });
            builder
                .HasOne<EntityRow>()
                .WithMany()
                .HasForeignKey(row => row.CompanySeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<CreditTypeRow>()
                .WithMany()
                .HasForeignKey(row => row.CreditTypeSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditLeaseRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditLeaseRow> CreditLeases => db.Set<CreditLeaseRow>();
    }
}
