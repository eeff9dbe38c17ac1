using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Members;
using Schematic.Api.Persistence;

namespace Schematic.Api.Sessions;

/// <summary>A signed-in member. The token itself is only in the member's cookie.</summary>
internal sealed class SessionRow
{
    public const string IdPrefix = "sess";

    /// <summary>Names the session where its member looks at it; nothing can be done with it alone.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; init; }

    public int MemberSeq { get; init; }

    public MemberRow Member { get; init; } = null!;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>IP address of the member's browser at sign-in; null if the console did not say.</summary>
    public string? Address { get; init; }

    /// <summary>Description of itself that the browser sent at sign-in.</summary>
    public string? UserAgent { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<SessionRow>
    {
        public void Configure(EntityTypeBuilder<SessionRow> builder)
        {
            builder.ToTable("sessions");
            builder.HasKey(row => row.TokenHash);
            builder
                .HasOne(row => row.Member)
                .WithMany()
                .HasForeignKey(row => row.MemberSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => row.ExpiresAt);
            builder.HasIndex(row => row.MemberSeq);
        }
    }
}

internal static class SessionRows
{
    extension(SchematicDb db)
    {
        public DbSet<SessionRow> Sessions => db.Set<SessionRow>();
    }
}
