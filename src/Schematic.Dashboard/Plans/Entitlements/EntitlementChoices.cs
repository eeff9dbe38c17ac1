using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements;
using Schematic.Gateway.Features;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>The values that an entitlement may have, by the type of its feature and the way it is paid for.</summary>
internal static class EntitlementChoices
{
    /// <summary>Ways of paying; null for usage that is included.</summary>
    public static IReadOnlyList<EntitlementPriceBehavior?> PriceBehaviors(EntitlementForm form) =>
        form.FeatureType switch
        {
            FeatureType.Event or FeatureType.Trait =>
            [
                null,
                EntitlementPriceBehavior.PayAsYouGo,
                EntitlementPriceBehavior.PayInAdvance,
                EntitlementPriceBehavior.Overage,
                EntitlementPriceBehavior.Tier,
            ],
            FeatureType.License => [EntitlementPriceBehavior.PayInAdvance],
            _ => [null],
        };

    public static IReadOnlyList<EntitlementValueType> ValueTypes(EntitlementForm form) =>
        (form.FeatureType, form.PriceBehavior) switch
        {
            (FeatureType.Boolean, _) => [EntitlementValueType.Boolean],
            (_, EntitlementPriceBehavior.PayInAdvance) => [EntitlementValueType.Trait],
            (_, null) => [EntitlementValueType.Numeric, EntitlementValueType.Unlimited, EntitlementValueType.Trait],
            _ => [EntitlementValueType.Unlimited, EntitlementValueType.Numeric],
        };

    public static string Title(EntitlementValueType type, EntitlementPriceBehavior? behavior) =>
        (type, behavior) switch
        {
            (_, null) => EntitlementWords.ValueType(type),
            (EntitlementValueType.Unlimited, _) => "No hard limit",
            (EntitlementValueType.Numeric, _) => "Hard limit",
            _ => EntitlementWords.ValueType(type),
        };

    /// <summary>A way of paying in a sentence.</summary>
    public static string Explanation(EntitlementPriceBehavior? behavior) =>
        behavior switch
        {
            null => "Usage up to the limit costs nothing more.",
            EntitlementPriceBehavior.PayAsYouGo => "Each unit is billed afterwards.",
            EntitlementPriceBehavior.PayInAdvance => "A quantity is bought beforehand, and is the limit.",
            EntitlementPriceBehavior.Overage => "Some usage is included; each unit beyond it is billed.",
            EntitlementPriceBehavior.Tier => "The price of a unit depends on how much is used.",
            _ => "",
        };

    /// <summary>Lists all features that are not given already, by name.</summary>
    public static async Task<IReadOnlyList<FeatureDetailResponseData>> ListFeaturesAsync(
        IFeaturesGateway features,
        IReadOnlySet<string>? given,
        CancellationToken cancellationToken
    )
    {
        var all = new List<FeatureDetailResponseData>();
        IReadOnlyList<FeatureDetailResponseData> page;
        do
        {
            page = (
                await features.ListAsync(
                    new FeaturesQuery { Limit = Page.MaxLimit, Offset = all.Count },
                    cancellationToken
                )
            ).Data;
            all.AddRange(page);
        } while (page.Count == Page.MaxLimit);

        return
        [
            .. all.Where(feature => given?.Contains(feature.Id) != true)
                .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The traits that can hold a limit.</summary>
    public static IReadOnlyList<EntityTraitDefinitionResponseData> NumbersAmong(
        IReadOnlyList<EntityTraitDefinitionResponseData> traits
    ) => [.. traits.Where(static trait => trait.TraitType is TraitType.Number or TraitType.Currency)];
}
