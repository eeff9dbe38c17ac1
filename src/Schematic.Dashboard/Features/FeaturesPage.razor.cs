using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Features;

public sealed partial class FeaturesPage : ListPage<FeaturesListQuery, FeatureDetailResponseData>
{
    private static readonly IReadOnlyList<(string Value, string Text)> TypeOptions =
    [
        .. FeatureTypes.All.Select(static type => (WireEnum<FeatureType>.ToWire(type), FeatureTypes.Title(type))),
    ];

    public override Noun Noun { get; } = new("feature", "features");

    public override IEnumerable<ListFilter> Filters =>
        Query.Type is { } type ? [new("Type", FeatureTypes.Title(type), Query.OfType(null))] : [];

    protected override Func<FeaturesListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Features.CountAsync(query.ToContract(), cancellationToken);

    private string TypeValue => Query.Type is { } type ? WireEnum<FeatureType>.ToWire(type) : "";

    public override object GetKey(FeatureDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<FeatureDetailResponseData>>> ListAsync(
        FeaturesListQuery query,
        CancellationToken cancellationToken
    ) => Api.Features.ListAsync(query.ToContract(), cancellationToken);

    private void FilterByType(string value) =>
        Open(Query.OfType(WireEnum<FeatureType>.TryParse(value, out var type) ? type : null));
}
