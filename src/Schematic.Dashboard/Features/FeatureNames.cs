using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Features;

namespace Schematic.Dashboard.Features;

/// <summary>
/// Name and description of a feature. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public class FeatureNames
{
    [Required(ErrorMessage = "Name the feature as your customers know it.")]
    [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
    public string Name { get; set; } = "";

    [StringLength(1024, ErrorMessage = "Use at most 1,024 characters.")]
    public string Description { get; set; } = "";

    public UpdateFeatureRequestBody ToUpdate() => new() { Name = Name.Trim(), Description = Description.Trim() };
}
