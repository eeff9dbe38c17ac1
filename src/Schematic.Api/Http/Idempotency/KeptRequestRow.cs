using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;

namespace Schematic.Api.Http.Idempotency;

/// <summary>
/// A request that was carried out, by the key it came with, and its answer. Stored in the first transaction of the
/// request: where the row is, something was changed, and where it is not, nothing was.
/// </summary>
internal sealed class KeptRequestRow : IEnvironmentScoped
{
    /// <summary>How long a request is known by its key.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary><see cref="SchematicDb.AccountSeq"/> for a request that is about the account.</summary>
    public int EnvironmentSeq { get; init; }

    public required string Key { get; init; }

    /// <summary>Hash of address and body: the key is good for no other request.</summary>
    public required byte[] RequestHash { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Null until the request is answered, and for good if its answer shows a secret.</summary>
    public int? Status { get; init; }

    public string? ETag { get; init; }

    /// <summary>The body of the answer, as it was sent.</summary>
    public byte[]? Answer { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<KeptRequestRow>
    {
        public void Configure(EntityTypeBuilder<KeptRequestRow> builder)
        {
            // Without a foreign key: the account is no environment.
            builder.ToTable("kept_requests");
            builder.HasKey(row => new { row.EnvironmentSeq, row.Key });
            builder.HasIndex(row => row.SeenAt);
        }
    }
}

internal static class KeptRequestRows
{
    extension(SchematicDb db)
    {
        public DbSet<KeptRequestRow> KeptRequests => db.Set<KeptRequestRow>();
    }
}
