using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>A plan or add-on to create, with an empty draft version.</summary>
public sealed record CreatePlanRequestBody
{
    /// <summary>Free text about the plan, at most 1,024 characters; left out, it is empty.</summary>
    [StringLength(1024)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Color of the plan's icon; null for the default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanIcon? Icon { get; init; }

    /// <summary>Display name, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Plan or add-on, which cannot be changed later.</summary>
    public required PlanType PlanType { get; init; }
}
