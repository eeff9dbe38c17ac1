using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Plans;

/// <summary>Credits that a version of a plan includes.</summary>
internal sealed class PlanCreditGrantRow : IEnvironmentScoped
{
    public const string IdPrefix = "bpcg";

    public int Seq { get; init; }

    public required string Id { get; init; }

    public int EnvironmentSeq { get; init; }

    /// <summary>That of the version.</summary>
    public int PlanSeq { get; init; }

    public int PlanVersionSeq { get; init; }

    public int CreditTypeSeq { get; init; }

    /// <summary>
    /// Id of the first of its copies: those of several versions are one grant, which companies keep as they move.
    /// </summary>
    public required string LineageId { get; init; }

    public PlanCreditGrantScaling Scaling { get; set; }

    public long CreditAmount { get; set; }

    public long CompanyCreditAmount { get; set; }

    public string? LicenseId { get; set; }

    public BillingPlanCreditGrantResetType ResetType { get; set; }

    public BillingPlanCreditGrantResetCadence? ResetCadence { get; set; }

    public BillingPlanCreditGrantResetStart? ResetStart { get; set; }

    public long RolloverPercentage { get; set; }

    public BillingCreditExpiryType? ExpiryType { get; set; }

    public BillingCreditExpiryUnit? ExpiryUnit { get; set; }

    public long? ExpiryUnitCount { get; set; }

    public BillingCreditAutoTopupAvailability AutoTopupAvailability { get; set; }

    public long? AutoTopupAmount { get; set; }

    public long? AutoTopupThresholdCredits { get; set; }

    public long? AutoTopupThresholdPercent { get; set; }

    public BillingCreditExpiryType? AutoTopupExpiryType { get; set; }

    public BillingCreditExpiryUnit? AutoTopupExpiryUnit { get; set; }

    public long? AutoTopupExpiryUnitCount { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public PlanCreditGrantTerms ToTerms() =>
        new(CreditAmount)
        {
            Scaling = Scaling,
            CompanyCreditAmount = CompanyCreditAmount,
            LicenseId = LicenseId,
            ResetType = ResetType,
            ResetCadence = ResetCadence,
            ResetStart = ResetStart,
            RolloverPercentage = RolloverPercentage,
            ExpiryType = ExpiryType,
            ExpiryUnit = ExpiryUnit,
            ExpiryUnitCount = ExpiryUnitCount,
            AutoTopupAvailability = AutoTopupAvailability,
            AutoTopupAmount = AutoTopupAmount,
            AutoTopupThresholdCredits = AutoTopupThresholdCredits,
            AutoTopupThresholdPercent = AutoTopupThresholdPercent,
            AutoTopupExpiryType = AutoTopupExpiryType,
            AutoTopupExpiryUnit = AutoTopupExpiryUnit,
            AutoTopupExpiryUnitCount = AutoTopupExpiryUnitCount,
        };

    public void Write(PlanCreditGrantTerms terms, DateTimeOffset now)
    {
        (Scaling, CreditAmount, CompanyCreditAmount) = (terms.Scaling, terms.CreditAmount, terms.CompanyCreditAmount);
        LicenseId = terms.LicenseId;
        (ResetType, ResetCadence, ResetStart) = (terms.ResetType, terms.ResetCadence, terms.ResetStart);
        RolloverPercentage = terms.RolloverPercentage;
        (ExpiryType, ExpiryUnit, ExpiryUnitCount) = (terms.ExpiryType, terms.ExpiryUnit, terms.ExpiryUnitCount);
        AutoTopupAvailability = terms.AutoTopupAvailability;
        AutoTopupAmount = terms.AutoTopupAmount;
        AutoTopupThresholdCredits = terms.AutoTopupThresholdCredits;
        AutoTopupThresholdPercent = terms.AutoTopupThresholdPercent;
        AutoTopupExpiryType = terms.AutoTopupExpiryType;
        AutoTopupExpiryUnit = terms.AutoTopupExpiryUnit;
        AutoTopupExpiryUnitCount = terms.AutoTopupExpiryUnitCount;
        UpdatedAt = now;
    }

    /// <summary>The same in another version of the plan, with an id of its own.</summary>
    public PlanCreditGrantRow CopyTo(PlanVersionRow version, DateTimeOffset now)
    {
        var copy = new PlanCreditGrantRow
        {
            Id = NewId.For(IdPrefix, now),
            EnvironmentSeq = version.EnvironmentSeq,
            PlanSeq = version.PlanSeq,
            PlanVersionSeq = version.Seq,
            CreditTypeSeq = CreditTypeSeq,
            LineageId = LineageId,
            CreatedAt = now,
        };
        copy.Write(ToTerms(), now);
        return copy;
    }

    public sealed class Configuration : IEntityTypeConfiguration<PlanCreditGrantRow>
    {
        public void Configure(EntityTypeBuilder<PlanCreditGrantRow> builder)
        {
            builder.ToTable("plan_credit_grants");
            builder.HasKey(row => row.Seq);
            builder.HasIndex(row => row.Id).IsUnique();
            builder.HasIndex(row => new { row.PlanVersionSeq, row.LineageId }).IsUnique();
            builder.HasIndex(row => new { row.EnvironmentSeq, row.Seq });
            builder.HasIndex(row => row.PlanSeq);
            builder.HasIndex(row => row.CreditTypeSeq);
            builder
                .HasOne<PlanVersionRow>()
                .WithMany()
                .HasForeignKey(row => row.PlanVersionSeq)
                .OnDelete(DeleteBehavior.Cascade);
            builder
                .HasOne<EnvironmentRow>()
                .WithMany()
                .HasForeignKey(row => row.EnvironmentSeq)
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal static class PlanCreditGrantRows
{
    extension(SchematicDb db)
    {
        public DbSet<PlanCreditGrantRow> PlanCreditGrants => db.Set<PlanCreditGrantRow>();
    }
}
