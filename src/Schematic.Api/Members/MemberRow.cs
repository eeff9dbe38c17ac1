using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Members;

namespace Schematic.Api.Members;

/// <summary>A person who may sign in to the console.</summary>
internal sealed class MemberRow
{
    public const string IdPrefix = "acme";

    public int Seq { get; init; }

    public required string Id { get; init; }

    /// <summary>Email address in lower case.</summary>
    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>
    /// Password hash in the format of ASP.NET Core Identity (PBKDF2), which carries its own parameters.
    /// </summary>
    public required string PasswordHash { get; set; }

    public AccountMemberRole Role { get; set; }

    /// <summary>Rights by scope, as <see cref="GrantedPermissions"/> writes them; empty for none.</summary>
    public string Permissions { get; set; } = "";

    /// <summary>Since when the member may not sign in; null while they may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<MemberRow>
    {
        public void Configure(EntityTypeBuilder<MemberRow> builder)
        {
            builder.ToTable("members");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => row.Email).IsUnique();
        }
    }
}

internal static class MemberRows
{
    extension(SchematicDb db)
    {
        public DbSet<MemberRow> Members => db.Set<MemberRow>();
    }
}
