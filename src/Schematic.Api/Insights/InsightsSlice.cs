namespace Schematic.Api.Insights;

internal sealed class InsightsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanGrowth>();
        services.AddScoped<UnknownNames>();
        services.AddScoped<UsageCharts>();
        services.AddScoped<UsageHistory>();
        services.AddScoped<UserUsage>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapInsights();
        api.MapPlanGrowth();
    }
}
