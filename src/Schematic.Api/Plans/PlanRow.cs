using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>
/// A plan or add-on, shared by all environments of the account. What it gives is in its versions, of which each
/// environment has its own.
/// </summary>
internal sealed class PlanRow
{
    public const string IdPrefix = "plan";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public PlanIcon Icon { get; set; }

    /// <summary>Never changes: a company has one plan, and any number of add-ons.</summary>
    public PlanType PlanType { get; init; }

    /// <summary>Grows with every change of this row; part of the plan's <c>ETag</c>.</summary>
    public long Revision { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<PlanRow>
    {
        public void Configure(EntityTypeBuilder<PlanRow> builder)
        {
            builder.ToTable("plans");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
        }
    }
}

internal static class PlanRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanRow> Plans => db.Set<PlanRow>();
    }
}
