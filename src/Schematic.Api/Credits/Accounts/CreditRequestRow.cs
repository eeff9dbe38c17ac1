using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Credits.Accounts;

/// <summary>A request that gave credits, by the key it came with: sent again, it gives none.</summary>
internal sealed class CreditRequestRow : IEnvironmentScoped
{
    /// <summary>How long a key is known.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public int EnvironmentSeq { get; init; }

    public required string Key { get; init; }

    /// <summary>Hash of what was asked for: the key is good for nothing else.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>The grant that was made.</summary>
    public required string GrantId { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<CreditRequestRow>
    {
        public void Configure(EntityTypeBuilder<CreditRequestRow> builder)
        {
            builder.ToTable("credit_requests");
            builder.HasKey(row => new { row.EnvironmentSeq, row.Key });
            builder.HasIndex(row => row.SeenAt);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class CreditRequestRows
{
    extension(SchematicDb db)
    {
        public DbSet<CreditRequestRow> CreditRequests => db.Set<CreditRequestRow>();
    }
}
