using Schematic.Api.Events.Capture;

namespace Schematic.Api.Events;

internal sealed class EventsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<EventQueue>();
        services.AddSingleton<MeasuredEventQueue>();
        services.AddHosted<EventRetention>();
        services.AddScoped<EventCapture>();
        services.AddScoped<EventReplay>();
        services.AddScoped<EventSenders>();
        services.AddScoped<EventStore>();
        services.AddScoped<EventTail>();
        services.AddScoped<EventTypeStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapCapture();
        api.MapEvents();
        api.MapEventTypes();
    }
}
