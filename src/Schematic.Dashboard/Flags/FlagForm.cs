using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags;

/// <summary>
/// Fields of a flag besides its rules. Members are named as on the wire, so that a refusal finds its
/// field.
/// </summary>
public sealed class FlagForm
{
    [Required(ErrorMessage = "Name the flag for those who will look for it.")]
    [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
    public string Name { get; set; } = "";

    /// <summary>Empty for one made of the name.</summary>
    [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
    public string Key { get; set; } = "";

    [StringLength(1024, ErrorMessage = "Use at most 1,024 characters.")]
    public string Description { get; set; } = "";

    public bool DefaultValue { get; set; }

    /// <summary>Empty for none.</summary>
    public string FeatureId { get; set; } = "";

    public string FlagKey => string.IsNullOrWhiteSpace(Key) ? FlagKeys.FromName(Name) : Key.Trim();

    public static FlagForm FromContract(FlagDetailResponseData flag) =>
        new()
        {
            Name = flag.Name,
            Key = flag.Key,
            Description = flag.Description,
            DefaultValue = flag.DefaultValue,
            FeatureId = flag.FeatureId ?? "",
        };

    public CreateFlagRequestBody ToContract() =>
        new()
        {
            Name = Name.Trim(),
            Key = FlagKey,
            Description = Description.Trim(),
            DefaultValue = DefaultValue,
            FlagType = FlagType.Boolean,
            FeatureId = new(FeatureId.Length == 0 ? null : FeatureId),
        };
}
