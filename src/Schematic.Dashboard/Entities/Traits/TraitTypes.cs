using Schematic.Contracts.Entities;

namespace Schematic.Dashboard.Entities.Traits;

internal static class TraitTypes
{
    /// <summary>Choices, most common first.</summary>
    public static IReadOnlyList<TraitType> All { get; } =
    [TraitType.String, TraitType.Number, TraitType.Boolean, TraitType.Date, TraitType.Currency, TraitType.Url];

    public static string Title(TraitType type) =>
        type switch
        {
            TraitType.Boolean => "Boolean",
            TraitType.Currency => "Currency",
            TraitType.Date => "Date",
            TraitType.Number => "Number",
            TraitType.Url => "URL",
            _ => "Text",
        };

    public static TraitType GetType(EntityTraitDetailResponseData trait) =>
        trait.Definition?.TraitType is { } type and not TraitType.Unknown ? type : TraitType.String;
}
