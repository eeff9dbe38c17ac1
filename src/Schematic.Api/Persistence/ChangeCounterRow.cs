using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Schematic.Api.Persistence;

/// <summary>
/// A number that grows with every change of something that instances hold in memory; others compare it to know when to
/// read again.
/// </summary>
internal sealed class ChangeCounterRow
{
    public required string Name { get; init; }

    public long Version { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<ChangeCounterRow>
    {
        public void Configure(EntityTypeBuilder<ChangeCounterRow> builder)
        {
            builder.ToTable("change_counters");
            builder.HasKey(row => row.Name);
        }
    }
}

internal static class ChangeCounterRows
{
    extension(SchematicDb db)
    {
        public DbSet<ChangeCounterRow> ChangeCounters => db.Set<ChangeCounterRow>();
    }
}
