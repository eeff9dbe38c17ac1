using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;

namespace Schematic.Api.Environments;

/// <summary>The installation itself; one row, made when it is set up.</summary>
internal sealed class AccountRow
{
    /// <summary>Always 1: the primary key lets two instances that start at once make only one account.</summary>
    public int Seq { get; init; } = 1;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<AccountRow>
    {
        public void Configure(EntityTypeBuilder<AccountRow> builder)
        {
            builder.ToTable("accounts");
            builder.HasKey(row => row.Seq);
            builder.Property(row => row.Seq).ValueGeneratedNever();
        }
    }
}

internal static class AccountRows
{
    extension(SchematicDb db)
    {
        public DbSet<AccountRow> Accounts => db.Set<AccountRow>();
    }
}
