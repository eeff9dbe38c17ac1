namespace Schematic.Api.Events;

internal sealed class EventsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<EventStore>();
        services.AddScoped<EventTypeStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapEvents();
        api.MapEventTypes();
    }
}
