using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.Flags.History;

/// <summary>One save of a flag's rules in one environment, never changed afterwards: see docs/adr/0010.</summary>
internal sealed class FlagRuleSaveRow : IEnvironmentScoped
{
    public const string IdPrefix = "rlsv";

    public long Seq { get; init; }

    public required string Id { get; init; }

    public int FlagSeq { get; init; }

    public int EnvironmentSeq { get; init; }

    /// <summary>The <see cref="FlagEnvironmentRow.RulesVersion"/> that it made.</summary>
    public long Version { get; init; }

    /// <summary>All rules as they were left, in the form of <see cref="RuleSerializer"/>.</summary>
    public required string Rules { get; init; }

    public string? Comment { get; init; }

    /// <summary>Null, with the two below, where it is not known who saved.</summary>
    public ActorType? ActorType { get; init; }

    public string? ActorId { get; init; }

    /// <summary>As they were called then.</summary>
    public string? ActorName { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<FlagRuleSaveRow>
    {
        public void Configure(EntityTypeBuilder<FlagRuleSaveRow> builder)
        {
            builder.ToTable("flag_rule_saves");
            builder.HasKey(row => row.Seq);
            builder.HasOne<FlagRow>().WithMany().HasForeignKey(row => row.FlagSeq).OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.Id).IsUnique();
            builder
                .HasIndex(row => new
                {
                    row.FlagSeq,
                    row.EnvironmentSeq,
                    row.Version,
                })
                .IsUnique();
            builder.HasIndex(row => row.EnvironmentSeq);
        }
    }
}

internal static class FlagRuleSaveRows
{
    extension(SchematicDb db)
    {
        public DbSet<FlagRuleSaveRow> FlagRuleSaves => db.Set<FlagRuleSaveRow>();
    }
}
