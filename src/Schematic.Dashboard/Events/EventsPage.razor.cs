using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Events;

public sealed partial class EventsPage : ListPage<EventsListQuery, EventDetailResponseData>
{
    private static readonly IReadOnlyList<(string Value, string Text)> TypeOptions =
    [
        .. EventTypes.All.Select(static type => (WireEnum<EventType>.ToWire(type), EventTypes.Title(type))),
    ];

    private static readonly IReadOnlyList<(string Value, string Text)> StatusOptions =
    [
        .. EventStatuses.All.Select(static status =>
            (WireEnum<EventStatus>.ToWire(status), EventStatuses.Title(status))
        ),
    ];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private LiveEvents _live = default!;
    private EventsListQuery? _watched;

    [Inject]
    private GatewayTarget Target { get; set; } = default!;

    [Inject]
    private EventTailHub Tails { get; set; } = default!;

    public override Noun Noun { get; } = new("event", "events");

    public override IPagedRows<EventDetailResponseData> Items => Query.IsLive ? _live : List;

    public override IEnumerable<ListFilter> Filters
    {
        get
        {
            if (Query.Type is { } type)
                yield return new("Type", EventTypes.Title(type), Query with { Type = null, Page = 1 });
            if (Query.Status is { } status)
                yield return new("Status", EventStatuses.Title(status), Query with { Status = null, Page = 1 });
            if (Query.Name is { Length: > 0 } name)
                yield return new("Name", name, Query with { Name = "", Page = 1 });
            if (Query.CompanyId is { Length: > 0 } company)
                yield return new("Company", NameOf(company), Query with { CompanyId = "", Page = 1 });
            if (Query.UserId is { Length: > 0 } user)
                yield return new("User", NameOf(user), Query with { UserId = "", Page = 1 });
        }
    }

    private string TypeValue => Query.Type is { } type ? WireEnum<EventType>.ToWire(type) : "";

    private string StatusValue => Query.Status is { } status ? WireEnum<EventStatus>.ToWire(status) : "";

    public override object GetKey(EventDetailResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<EventDetailResponseData>>> ListAsync(
        EventsListQuery query,
        CancellationToken cancellationToken
    ) => Api.Events.ListAsync(query.ToContract(), cancellationToken);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _live = Own(new LiveEvents(List, () => _ = InvokeAsync(StateHasChanged), Time));
    }

    protected override Task LoadAsync()
    {
        var wasLive = Query.IsLive;
        var loading = base.LoadAsync();
        Watch();
        // What arrived while nobody watched is in the list only.
        return Task.WhenAll(
            loading,
            Query.IsLive && !wasLive && List.Rows.HasValue ? List.ReloadAsync() : Task.CompletedTask,
            LoadNameAsync(EntityType.Company, Query.CompanyId),
            LoadNameAsync(EntityType.User, Query.UserId)
        );
    }

    // Before the rows are asked for: no event falls between them and the tail.
    private void Watch()
    {
        if (!Query.IsLive)
        {
            _watched = null;
            _live.Stop();
        }
        else if (_watched != Query)
        {
            _watched = Query;
            var member = Session.Member;
            _live.Start(receive => Tails.Watch(EnvironmentId, member, receive), Query.Matches);
        }
    }

    private void FilterByType(string value) =>
        Open(Query with { Type = WireEnum<EventType>.TryParse(value, out var type) ? type : null, Page = 1 });

    private void FilterByStatus(string value) =>
        Open(Query with { Status = WireEnum<EventStatus>.TryParse(value, out var status) ? status : null, Page = 1 });

    private void FilterByName(string name) => Open(Query with { Name = name, Page = 1 });

    private async Task FilterByEntityAsync(EntityType type)
    {
        var found = await Dialogs.OpenFormAsync<EntityPicker, Entity>(
            $"Events of {EntityWords.ANoun(type)}",
            new() { [nameof(EntityPicker.Type)] = type }
        );
        if (found is null)
            return;
        _names[found.Id] = found.Name;
        Open(
            type == EntityType.User
                ? Query with
                {
                    UserId = found.Id,
                    Page = 1,
                }
                : Query with
                {
                    CompanyId = found.Id,
                    Page = 1,
                }
        );
    }

    private async Task SendAsync()
    {
        if (await SendEventDialog.OpenAsync(Dialogs, Toaster, EnvironmentId) && !Query.IsLive)
            await List.ReloadAsync();
    }

    // The chip says who it is; until that is known, or where it cannot be, the id.
    private string NameOf(string id) => _names.GetValueOrDefault(id, id);

    private async Task LoadNameAsync(EntityType type, string id)
    {
        if (id.Length == 0 || !_names.TryAdd(id, id))
            return;
        var api = new EntityApi(Api, type);
        await Suggestions.TryLoadAsync(
            async cancellationToken => _names[id] = (await api.GetAsync(id, cancellationToken)).Name,
            Closing
        );
        StateHasChanged();
    }
}
