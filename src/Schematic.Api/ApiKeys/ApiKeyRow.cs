using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.ApiKeys;

internal sealed class ApiKeyRow
{
    public const string IdPrefix = "api";

    public int Seq { get; init; }

    public required string Id { get; init; }

    /// <summary>Null for a key of the whole account, which names an environment with every request.</summary>
    public int? EnvironmentSeq { get; init; }

    public EnvironmentRow? Environment { get; init; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>SHA-256 of the secret. A secret has 190 random bits, so a plain hash cannot be guessed back.</summary>
    public required byte[] SecretHash { get; init; }

    public bool Readonly { get; init; }

    /// <summary>Wire names, comma-separated, in alphabetical order.</summary>
    public required string Scopes { get; init; }

    public int? RateLimitPercent { get; set; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<ApiKeyRow>
    {
        public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
        {
            builder.ToTable("api_keys");
            builder.HasKey(row => row.Seq);
            // A key is gone at once with its environment, whose other rows are removed little by little.
            builder.HasQueryFilter(row =>
                row.EnvironmentSeq == null || (row.Environment != null && row.Environment.DeletedAt == null)
            );
            builder
                .HasOne(row => row.Environment)
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => row.SecretHash).IsUnique();
            builder.HasIndex(row => row.EnvironmentSeq);
        }
    }
}

internal static class ApiKeyRows
{
    extension(SchematicDb db)
    {
        public DbSet<ApiKeyRow> ApiKeys => db.Set<ApiKeyRow>();
    }
}
