using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Events.Unknown;

public sealed partial class UnknownNamesPage : ListPage<UnknownNamesListQuery, UnknownNameResponseData>
{
    private static readonly IReadOnlyList<(string Value, string Text)> KindOptions =
    [
        .. new[] { UnknownNameKind.Event, UnknownNameKind.CompanyTrait, UnknownNameKind.UserTrait }.Select(
            static kind => (WireEnum<UnknownNameKind>.ToWire(kind), KindText(kind))
        ),
    ];

    public override Noun Noun { get; } = new("unknown name", "unknown names");

    public override IEnumerable<ListFilter> Filters =>
        Query.Kind is { } kind ? [new("Kind", KindText(kind), Query.OfKind(null))] : [];

    protected override Func<UnknownNamesListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.Insights.CountUnknownNamesAsync(query.ToContract(), cancellationToken);

    private string KindValue => Query.Kind is { } kind ? WireEnum<UnknownNameKind>.ToWire(kind) : "";

    // An event and a trait can have the same name.
    public override object GetKey(UnknownNameResponseData item) => (item.Kind, item.Name);

    protected override Task<Envelope<IReadOnlyList<UnknownNameResponseData>>> ListAsync(
        UnknownNamesListQuery query,
        CancellationToken cancellationToken
    ) => Api.Insights.ListUnknownNamesAsync(query.ToContract(), cancellationToken);

    private static string KindText(UnknownNameKind kind) =>
        kind switch
        {
            UnknownNameKind.Event => "Event",
            UnknownNameKind.CompanyTrait => "Company trait",
            UnknownNameKind.UserTrait => "User trait",
            _ => "Unknown",
        };

    private string EventsUrl(string name) => DashboardUrls.Events(EnvironmentId, new EventsListQuery { Name = name });

    private string CreateUrl(string name) =>
        DashboardUrls.NewFeature(EnvironmentId, new NewFeatureQuery { Event = name });

    private void FilterByKind(string value) =>
        Open(Query.OfKind(WireEnum<UnknownNameKind>.TryParse(value, out var kind) ? kind : null));
}
