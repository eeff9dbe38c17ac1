namespace Schematic.Api.Plans;

internal sealed class PlansSlice : ISlice
{
    public void AddServices(IServiceCollection services) => services.AddScoped<PlanStore>();

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapPlans();
}
