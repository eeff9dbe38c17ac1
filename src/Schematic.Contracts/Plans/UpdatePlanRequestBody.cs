using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>New name, description and icon of a plan; the draft version gets them too.</summary>
public sealed record UpdatePlanRequestBody
{
    /// <summary>Free text about the plan, at most 1,024 characters; null removes it; left out, it stays.</summary>
    [StringLength(1024)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Description { get; init; }

    /// <summary>New color of the plan's icon; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanIcon? Icon { get; init; }

    /// <summary>New display name, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }
}
