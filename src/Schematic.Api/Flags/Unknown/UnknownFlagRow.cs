using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Flags.Unknown;

/// <summary>A flag that applications asked for and that did not exist.</summary>
internal sealed class UnknownFlagRow : IEnvironmentScoped
{
    /// <summary>Longer ones are no flag's, and are not remembered.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>Largest number kept in one environment; those asked for longest ago are removed.</summary>
    public const int MaxKept = 1000;

    public int EnvironmentSeq { get; init; }

    public required string Key { get; init; }

    public long Count { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    /// <summary>The keys that one of the checks named, as JSON.</summary>
    public required string ExampleCompany { get; init; }

    public required string ExampleUser { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<UnknownFlagRow>
    {
        public void Configure(EntityTypeBuilder<UnknownFlagRow> builder)
        {
            builder.ToTable("unknown_flags");
            builder.HasKey(row => new { row.EnvironmentSeq, row.Key });
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class UnknownFlagRows
{
    extension(SchematicDb db)
    {
        public DbSet<UnknownFlagRow> UnknownFlags => db.Set<UnknownFlagRow>();
    }
}
