namespace Schematic.Api.Environments;

internal sealed class EnvironmentsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHosted<EnvironmentRemoval>();
        services.AddScoped<EnvironmentStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapEnvironments();
}
