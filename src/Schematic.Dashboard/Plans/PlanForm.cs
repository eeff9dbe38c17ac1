using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Plans;

/// <summary>
/// Name, description and color of a plan. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class PlanForm
{
    [Required(ErrorMessage = "Name the plan as your customers know it.")]
    [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
    public string Name { get; set; } = "";

    [StringLength(1024, ErrorMessage = "Use at most 1,024 characters.")]
    public string Description { get; set; } = "";

    public PlanIcon Icon { get; set; } = PlanIcon.Blue;

    /// <summary>All that the form changes, in words: "Pro, blue: For teams".</summary>
    public static string Describe(string name, string description, PlanIcon icon)
    {
        var head = $"{name.Trim()}, {icon.ToString().ToLowerInvariant()}";
        return string.IsNullOrWhiteSpace(description) ? head : $"{head}: {description.Trim()}";
    }

    public static PlanForm From(PlanDetailResponseData plan) =>
        new()
        {
            Name = plan.Name,
            Description = plan.Description,
            Icon = plan.Icon,
        };

    public CreatePlanRequestBody ToCreate(PlanType type) =>
        new()
        {
            Name = Name.Trim(),
            Description = Description.Trim(),
            Icon = Icon,
            PlanType = type,
        };

    // A color of a newer server is left as it is.
    public UpdatePlanRequestBody ToUpdate() =>
        new()
        {
            Name = Name.Trim(),
            Description = Description.Trim(),
            Icon = Icon == PlanIcon.Unknown ? null : Icon,
        };
}
