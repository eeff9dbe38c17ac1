using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Events;

public sealed partial class EventPage : DetailPage<EventDetailResponseData>
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Tolerant) { WriteIndented = true };

    private PageLoader<EventEffectsResponseData> _effects = default!;
    private string _payload = "";
    private bool _isReplaying;
    private LoadFailure? _problem;

    [Parameter]
    [EditorRequired]
    public string EventId { get; set; } = "";

    public override Noun Noun { get; } = new("event", "events");

    public override string Icon => Icons.Activity;

    public override string Id => EventId;

    public override string ListUrl => DashboardUrls.Events(EnvironmentId);

    public override string? Place => Session.Environment.Name;

    private string Title =>
        Item is { } recorded ? EventNames.GetName(recorded) ?? EventTypes.Title(recorded.Type) : "Event";

    protected override async Task<EventDetailResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        var recorded = (await Api.Events.GetAsync(id, cancellationToken)).Data;
        _payload = JsonSerializer.Serialize(recorded.Body, Indented);
        return recorded;
    }

    protected override Task LoadAsync()
    {
        // First the event: another one replaces the loader of its effects.
        var loading = base.LoadAsync();
        return Task.WhenAll(loading, LoadEffectsAsync());
    }

    protected override void Forget()
    {
        (_isReplaying, _problem) = (false, null);
        _effects = NewLoader<EventEffectsResponseData>();
    }

    private Task LoadEffectsAsync()
    {
        var id = EventId;
        return _effects.LoadAsync(
            id,
            async cancellationToken => (await Api.Events.GetEffectsAsync(id, cancellationToken)).Data
        );
    }

    private async Task ReplayAsync()
    {
        var (id, api, closing) = (EventId, Api, Closing);
        if (_isReplaying)
            return;
        (_isReplaying, _problem) = (true, null);
        try
        {
            var replayed = (await api.Events.ReplayAsync(id, closing)).Data;
            if (id != EventId)
                return;
            Set(replayed);
            if (replayed.Status != EventStatus.Failed)
                Toaster.Done("The event was replayed.");
            await _effects.ReloadAsync();
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            _problem = LoadFailure.FromException(failure);
        }
        finally
        {
            _isReplaying = false;
        }
    }
}
