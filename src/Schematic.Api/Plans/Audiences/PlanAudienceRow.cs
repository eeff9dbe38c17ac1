using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;

namespace Schematic.Api.Plans.Audiences;

/// <summary>Conditions on companies that give a plan in one environment to every company that meets them.</summary>
internal sealed class PlanAudienceRow : IEnvironmentScoped
{
    public int EnvironmentSeq { get; init; }

    public int PlanSeq { get; init; }

    /// <summary>The conditions, as one rule, in the form of <see cref="RuleSerializer"/>.</summary>
    public required string Rule { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public FlagRule ReadRule() => RuleSerializer.Read(Rule)[0];

    public sealed class Configuration : IEntityTypeConfiguration<PlanAudienceRow>
    {
        public void Configure(EntityTypeBuilder<PlanAudienceRow> builder)
        {
            builder.ToTable("plan_audiences");
            builder.HasKey(row => new { row.EnvironmentSeq, row.PlanSeq });
            builder.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PlanSeq).OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanAudienceRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanAudienceRow> PlanAudiences => db.Set<PlanAudienceRow>();
    }
}
