namespace Schematic.Api.Setup;

internal sealed class SetupSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Bootstrap>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<SetupStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapSetup();
}
