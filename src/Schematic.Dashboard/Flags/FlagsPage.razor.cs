using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Flags;

public sealed partial class FlagsPage : ListPage<FlagsListQuery, FlagDetailResponseData>
{
    private static readonly IReadOnlyList<(string Value, string Text)> ModeOptions =
    [
        .. FlagModes.All.Select(static mode => (WireEnum<FlagMode>.ToWire(mode), FlagModes.Title(mode))),
    ];

    private FlagsSource _source = default!;
    private IReadOnlyList<(string Id, string Name)>? _features;

    public override Noun Noun { get; } = new("flag", "flags");

    public override IEnumerable<ListFilter> Filters
    {
        get
        {
            if (Query.FeatureId is { Length: > 0 } id)
                yield return new(
                    "Feature",
                    FeatureOptions.First(feature => feature.Id == id).Name,
                    Query with
                    {
                        FeatureId = "",
                        Page = 1,
                    }
                );
            if (Query.Mode is { } mode)
                yield return new("Verdict", FlagModes.Title(mode), Query with { Mode = null, Page = 1 });
            if (Query.IsStale)
                yield return new("Stale", "not checked for 30 days", Query with { IsStale = false, Page = 1 });
        }
    }

    protected override Func<FlagsListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => _source.CountAsync(query, cancellationToken);

    private string ModeValue => Query.Mode is { } mode ? WireEnum<FlagMode>.ToWire(mode) : "";

    // A feature that the address names is always among the choices, so that the field shows it.
    private IReadOnlyList<(string Id, string Name)> FeatureOptions
    {
        get
        {
            var known = _features ?? [];
            return Query.FeatureId.Length == 0 || known.Any(feature => feature.Id == Query.FeatureId)
                ? known
                : [.. known, (Query.FeatureId, Query.FeatureId)];
        }
    }

    public override object GetKey(FlagDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<FlagDetailResponseData>>> ListAsync(
        FlagsListQuery query,
        CancellationToken cancellationToken
    ) => _source.ListAsync(query, cancellationToken);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _source = new(Api.Flags, Time);
    }

    protected override Task LoadAsync() => Task.WhenAll(base.LoadAsync(), LoadFeaturesAsync());

    private async Task LoadFeaturesAsync()
    {
        if (_features is not null)
            return;
        _features = [];
        var api = Api;
        _features = await Suggestions.ListAsync<(string Id, string Name)>(
            async cancellationToken =>
                [
                    .. (await api.Features.ListAsync(new() { Limit = Page.MaxLimit }, cancellationToken))
                        .Data.Select(static feature => (feature.Id, feature.Name))
                        .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
                ],
            Closing
        );
        StateHasChanged();
    }

    private void FilterByFeature(string id) => Open(Query with { FeatureId = id, Page = 1 });

    private void FilterByMode(string value) =>
        Open(Query with { Mode = WireEnum<FlagMode>.TryParse(value, out var mode) ? mode : null, Page = 1 });
}
