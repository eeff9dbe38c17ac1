namespace Schematic.Api.ApiKeys;

internal sealed class ApiKeysSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHosted<KeyUsage>();
        services.AddScoped<ApiKeyStore>();
        services.AddScoped<WhoAmIStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapApiKeys();
}
