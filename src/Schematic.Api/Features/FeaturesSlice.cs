namespace Schematic.Api.Features;

internal sealed class FeaturesSlice : ISlice
{
    public void AddServices(IServiceCollection services) => services.AddScoped<FeatureStore>();

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapFeatures();
}
