using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Members;

namespace Schematic.Api.Members;

/// <summary>A person who may become a member by a link. The link's secret is only in the link.</summary>
internal sealed class InvitationRow
{
    public const string IdPrefix = "inv";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public int Seq { get; init; }

    public required string Id { get; init; }

    /// <summary>SHA-256 of the link's secret.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Email address in lower case.</summary>
    public required string Email { get; init; }

    public AccountMemberRole Role { get; init; }

    /// <summary>As in <see cref="MemberRow.Permissions"/>.</summary>
    public string Permissions { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<InvitationRow>
    {
        public void Configure(EntityTypeBuilder<InvitationRow> builder)
        {
            builder.ToTable("invitations");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => row.TokenHash).IsUnique();
            builder.HasIndex(row => row.Email).IsUnique();
        }
    }
}

internal static class InvitationRows
{
    extension(SchematicDb db)
    {
        public DbSet<InvitationRow> Invitations => db.Set<InvitationRow>();
    }
}
