using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>
/// Treatment of companies when a draft is published. Members are named as on the wire, so that a refusal finds its
/// field.
/// </summary>
public sealed class PublishForm : IValidatableObject
{
    /// <summary>The most companies that the API takes as exceptions.</summary>
    public const int MaxExcluded = 1000;

    public MigrationScope MigrationStrategy { get; set; } = MigrationScope.None;

    public IReadOnlyList<string> ExcludedCompanyIds { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MigrationStrategy != MigrationScope.AllBut)
            yield break;
        if (ExcludedCompanyIds.Count == 0)
            yield return new("Choose the companies that stay.", [nameof(ExcludedCompanyIds)]);
        if (ExcludedCompanyIds.Count > MaxExcluded)
            yield return new("Choose at most 1,000 companies.", [nameof(ExcludedCompanyIds)]);
    }

    public PublishPlanVersionRequestBody ToContract() =>
        new()
        {
            MigrationStrategy =
                MigrationStrategy == MigrationScope.None
                    ? PlanVersionMigrationStrategy.Leave
                    : PlanVersionMigrationStrategy.Immediate,
            ExcludedCompanyIds = MigrationStrategy == MigrationScope.AllBut ? ExcludedCompanyIds : [],
        };
}

/// <summary>Which companies are moved to a version.</summary>
public enum MigrationScope
{
    None,
    All,
    AllBut,
}
