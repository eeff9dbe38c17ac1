using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;

namespace Schematic.Api.Flags;

/// <summary>A flag's rules and last check in one environment; created with its first rule or check there.</summary>
internal sealed class FlagEnvironmentRow : IEnvironmentScoped
{
    public int FlagSeq { get; init; }

    public int EnvironmentSeq { get; init; }

    /// <summary>
    /// The rules in their order, in the form of <see cref="RuleSerializer"/>. One text, because they are written and
    /// read as a whole: see docs/adr/0008.
    /// </summary>
    public required string Rules { get; set; }

    /// <summary>Grows with every change of <see cref="Rules"/>; part of the flag's <c>ETag</c>.</summary>
    public long RulesVersion { get; set; }

    /// <summary>Kept coarsely, and no change of the flag.</summary>
    public DateTimeOffset? LastCheckedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<FlagEnvironmentRow>
    {
        public void Configure(EntityTypeBuilder<FlagEnvironmentRow> builder)
        {
            builder.ToTable("flag_environments");
            builder.HasKey(row => new { row.FlagSeq, row.EnvironmentSeq });
            builder.HasOne<FlagRow>().WithMany().HasForeignKey(row => row.FlagSeq).OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.EnvironmentSeq);
        }
    }
}

internal static class FlagEnvironmentRows
{
    extension(SchematicDb db)
    {
        public DbSet<FlagEnvironmentRow> FlagEnvironments => db.Set<FlagEnvironmentRow>();
    }
}
