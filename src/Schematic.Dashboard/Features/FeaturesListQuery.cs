using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Features;

/// <summary>The address of the list of features. Searches names and ids.</summary>
public sealed record FeaturesListQuery : ListQuery<FeaturesListQuery>
{
    /// <summary>Null for features of every type.</summary>
    public FeatureType? Type { get; init; }

    public override bool IsFiltered => base.IsFiltered || Type is not null;

    public FeaturesQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            FeatureType = Type is { } type ? [type] : null,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of one type; null for all.</summary>
    public FeaturesListQuery OfType(FeatureType? type) => this with { Type = type, Page = 1 };

    protected override FeaturesListQuery ReadFilters(UrlReader url) =>
        this with
        {
            Type = url.Enum<FeatureType>("type"),
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("type", Type);
}
