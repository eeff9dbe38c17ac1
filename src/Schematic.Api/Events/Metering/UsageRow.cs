using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Events.Metering;

/// <summary>
/// How often an event was counted, by whom and in which hour or day. Counters of longer periods are sums of these, so
/// that it does not matter in which order events arrive. They outlive the events.
/// </summary>
internal sealed class UsageRow : IEnvironmentScoped
{
    /// <summary>The <see cref="CompanySeq"/> of what all companies did together, and of what had no company.</summary>
    public const long AllCompanies = 0;

    /// <summary>The <see cref="UserSeq"/> of what all users did together.</summary>
    public const long AllUsers = 0;

    public int EnvironmentSeq { get; init; }

    public long CompanySeq { get; init; }

    public UsageGrain Grain { get; init; }

    public required string EventSubtype { get; init; }

    /// <summary>Start of the hour or day; 1970 for all time.</summary>
    public DateTimeOffset StartsAt { get; init; }

    public long UserSeq { get; init; }

    /// <summary>Sum of the events' quantities; below zero where more was taken back than used.</summary>
    public long Quantity { get; init; }

    /// <summary>Number of events.</summary>
    public long Events { get; init; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<UsageRow>
    {
        public void Configure(EntityTypeBuilder<UsageRow> builder)
        {
            builder.ToTable("usage");
            builder.HasKey(row => new
            {
                row.EnvironmentSeq,
                row.CompanySeq,
                row.Grain,
                row.EventSubtype,
                row.StartsAt,
                row.UserSeq,
            });
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
            // Which companies used something, and on which days.
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.EventSubtype,
                    row.CompanySeq,
                })
                .HasFilter($"grain = {(int)UsageGrain.Total} AND company_seq > 0");
            builder
                .HasIndex(row => new
                {
                    row.EnvironmentSeq,
                    row.EventSubtype,
                    row.StartsAt,
                    row.CompanySeq,
                })
                .HasFilter($"grain = {(int)UsageGrain.Day} AND company_seq > 0");
        }
    }
}

/// <summary>Kind of a row of usage. The numbers are stored.</summary>
internal enum UsageGrain : short
{
    /// <summary>All time.</summary>
    Total = 0,

    /// <summary>An hour, in UTC.</summary>
    Hour = 1,

    /// <summary>A day, in UTC.</summary>
    Day = 2,

    /// <summary>A day of one user of the company.</summary>
    UserDay = 3,

    /// <summary>All time of one user, in whatever company.</summary>
    UserTotal = 4,
}

internal static class UsageRows
{
    extension(SchematicDb db)
    {
        public DbSet<UsageRow> Usage => db.Set<UsageRow>();
    }
}
