using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags;

namespace Schematic.Dashboard.Features;

/// <summary>A feature to be created. Members are named as on the wire, so that a refusal finds its field.</summary>
public sealed class FeatureForm : FeatureNames, IValidatableObject
{
    public FeatureType FeatureType { get; set; } = FeatureType.Boolean;

    public string EventSubtype { get; set; } = "";

    public string TraitId { get; set; } = "";

    public bool HasFlag { get; set; } = true;

    /// <summary>Empty for one made of the name.</summary>
    [StringLength(512, ErrorMessage = "Use at most 512 characters.")]
    public string Key { get; set; } = "";

    /// <summary>The key that the flag will have.</summary>
    public string FlagKey => string.IsNullOrWhiteSpace(Key) ? FlagKeys.FromName(Name) : Key.Trim();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FeatureType == FeatureType.Event && string.IsNullOrWhiteSpace(EventSubtype))
            yield return new("Name the event that is counted. It need not have been sent yet.", [nameof(EventSubtype)]);
        if (FeatureType == FeatureType.Trait && TraitId.Length == 0)
            yield return new("Choose the trait that holds the number.", [nameof(TraitId)]);
        if (HasFlag && FlagKey.Length == 0)
            yield return new("Enter the key that applications ask for.", [nameof(Key)]);
    }

    public CreateFeatureRequestBody ToCreate() =>
        new()
        {
            Name = Name.Trim(),
            Description = Description.Trim(),
            FeatureType = FeatureType,
            EventSubtype = FeatureType == FeatureType.Event ? EventSubtype.Trim() : null,
            TraitId = FeatureType == FeatureType.Trait ? TraitId : null,
            Flag = HasFlag
                ? new CreateOrUpdateFlagRequestBody
                {
                    Key = FlagKey,
                    Name = Name.Trim(),
                    Description = Description.Trim(),
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                }
                : null,
        };
}
