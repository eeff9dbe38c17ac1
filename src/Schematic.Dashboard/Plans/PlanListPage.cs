using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans;

/// <summary>Plans or add-ons: the same list of two types.</summary>
public abstract class PlanListPage : ListPage<PlansListQuery, PlanDetailResponseData>
{
    private IReadOnlyList<(string Id, string Name)>? _features;

    public override Noun Noun => PlanTypes.Noun(Type);

    public override IEnumerable<ListFilter> Filters =>
        Query.WithoutFeatureId is { Length: > 0 } id
            ? [new("Without", FeatureOptions.First(feature => feature.Id == id).Name, Query.Lacking(""))]
            : [];

    protected abstract PlanType Type { get; }

    protected override Func<PlansListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Plans.CountAsync(query.ToContract(Type), cancellationToken);

    // A feature that the address names is always among the choices, so that the field shows it.
    protected IReadOnlyList<(string Id, string Name)> FeatureOptions
    {
        get
        {
            var known = _features ?? [];
            return Query.WithoutFeatureId.Length == 0 || known.Any(feature => feature.Id == Query.WithoutFeatureId)
                ? known
                : [.. known, (Query.WithoutFeatureId, Query.WithoutFeatureId)];
        }
    }

    public override object GetKey(PlanDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<PlanDetailResponseData>>> ListAsync(
        PlansListQuery query,
        CancellationToken cancellationToken
    ) => Api.Plans.ListAsync(query.ToContract(Type), cancellationToken);

    protected override Task LoadAsync() => Task.WhenAll(base.LoadAsync(), LoadFeaturesAsync());

    protected void FilterByFeature(string id) => Open(Query.Lacking(id));

    private async Task LoadFeaturesAsync()
    {
        if (_features is not null)
            return;
        _features = [];
        var api = Api;
        _features = await Suggestions.ListAsync<(string Id, string Name)>(
            async cancellationToken =>
                [
                    .. (await api.Features.ListAsync(new FeaturesQuery { Limit = Page.MaxLimit }, cancellationToken))
                        .Data.Select(static feature => (feature.Id, feature.Name))
                        .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
                ],
            Closing
        );
        StateHasChanged();
    }
}
