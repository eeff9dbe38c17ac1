using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags;

public sealed partial class FlagsPage : EnvironmentPage
{
    private ListLoader<FlagsListQuery, FlagDetailResponseData> _flags = default!;
    private FlagsSource _source = default!;
    private FlagsListQuery _query = new();
    private IReadOnlyList<(string Id, string Name)>? _features;

    private string ModeValue => _query.Mode is { } mode ? WireEnum<FlagMode>.ToWire(mode) : "";

    // A feature that the address names is always among the choices, so that the field shows it.
    private IEnumerable<(string Id, string Name)> FeatureChoices
    {
        get
        {
            var known = _features ?? [];
            return _query.FeatureId.Length == 0 || known.Any(feature => feature.Id == _query.FeatureId)
                ? known
                : known.Append((_query.FeatureId, _query.FeatureId));
        }
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _source = new(Api.Flags, Time);
        _flags = NewListLoader<FlagsListQuery, FlagDetailResponseData>(_source.ListAsync, _source.CountAsync);
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<FlagsListQuery>();
        return Task.WhenAll(_flags.LoadAsync(_query), LoadFeaturesAsync());
    }

    private async Task LoadFeaturesAsync()
    {
        if (_features is not null)
            return;
        var (api, closing) = (Api, Closing);
        _features = [];
        try
        {
            var features = (await api.Features.ListAsync(new() { Limit = Page.MaxLimit }, closing)).Data;
            _features =
            [
                .. features
                    .Select(static feature => (feature.Id, feature.Name))
                    .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
            ];
            StateHasChanged();
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing) || closing.IsCancellationRequested)
        {
            // Only the choices of a filter.
        }
    }

    private string NameOf(string featureId) => FeatureChoices.First(feature => feature.Id == featureId).Name;

    private void Search(string search) => Navigation.NavigateTo(UrlOf(_query.SearchedFor(search)), replace: true);

    private void OnFeatureChanged(ChangeEventArgs e) =>
        Navigation.NavigateTo(UrlOf(_query with { FeatureId = e.Value as string ?? "", Page = 1 }));

    private void OnModeChanged(ChangeEventArgs e) =>
        Navigation.NavigateTo(
            UrlOf(
                _query with
                {
                    Mode = WireEnum<FlagMode>.TryParse(e.Value as string ?? "", out var mode) ? mode : null,
                    Page = 1,
                }
            )
        );

    private string UrlOf(FlagsListQuery query) => DashboardUrls.Flags(EnvironmentId, query);
}
