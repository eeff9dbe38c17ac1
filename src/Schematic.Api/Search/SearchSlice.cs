namespace Schematic.Api.Search;

internal sealed class SearchSlice : ISlice
{
    public void AddServices(IServiceCollection services) => services.AddScoped<SearchStore>();

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapSearch();
}
