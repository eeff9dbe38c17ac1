namespace Schematic.Api.Entities;

internal sealed class EntitiesSlice : ISlice
{
    public void AddServices(IServiceCollection services) =>
        services.AddScoped<DefinitionStore>().AddSingleton<EntityWriteQueue>();

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapEntities();
}
