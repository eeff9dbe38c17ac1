using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>
/// Companies to move to another version. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class MigrateForm : IValidatableObject
{
    /// <summary>The most companies that a preview takes.</summary>
    public const int MaxPreviewed = 100;

    public bool IsAll { get; set; } = true;

    public IReadOnlyList<string> CompanyIds { get; set; } = [];

    /// <summary>Ids of the chosen companies; null for all.</summary>
    public IReadOnlyList<string>? Chosen => IsAll ? null : CompanyIds;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsAll && CompanyIds.Count == 0)
            yield return new("Choose the companies to move.", [nameof(CompanyIds)]);
    }

    public CreateMigrationInput ToContract(PlanDetailResponseData plan, IReadOnlyList<string> from) =>
        new()
        {
            PlanId = plan.Id,
            PlanVersionIdTo = plan.ActiveVersion!.Id,
            PlanVersionIdsFrom = from,
            TargetPlanType = plan.PlanType,
            Strategy = PlanVersionMigrationStrategy.Immediate,
            CompanyIds = Chosen,
        };

    public PreviewMigrationRequestBody ToPreview(PlanDetailResponseData plan, IReadOnlyList<string> from) =>
        new()
        {
            PlanId = plan.Id,
            PlanVersionIdTo = plan.ActiveVersion!.Id,
            PlanVersionIdsFrom = from,
            TargetPlanType = plan.PlanType,
            CompanyIds = Chosen,
        };
}
