using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Features;

public sealed partial class FeaturesPage : EnvironmentPage
{
    private ListLoader<FeaturesListQuery, FeatureDetailResponseData> _features = default!;
    private FeaturesListQuery _query = new();

    private string TypeValue => _query.Type is { } type ? WireEnum<FeatureType>.ToWire(type) : "";

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _features = NewListLoader<FeaturesListQuery, FeatureDetailResponseData>(
            (query, cancellationToken) => Api.Features.ListAsync(query.ToContract(), cancellationToken),
            (query, cancellationToken) =>
                Api.Features.CountAsync(query.ToContract() with { Limit = null, Offset = null }, cancellationToken)
        );
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<FeaturesListQuery>();
        return _features.LoadAsync(_query);
    }

    private void Search(string search) => Navigation.NavigateTo(UrlOf(_query.SearchedFor(search)), replace: true);

    private void OnTypeChanged(ChangeEventArgs e) =>
        Navigation.NavigateTo(
            UrlOf(_query.OfType(WireEnum<FeatureType>.TryParse(e.Value as string ?? "", out var type) ? type : null))
        );

    private string UrlOf(FeaturesListQuery query) => DashboardUrls.Features(EnvironmentId, query);
}
