namespace Schematic.Api.Companies;

internal sealed class CompaniesSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<CompanyPlanStore>();
        services.AddScoped<CompanyStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapCompanies();
        api.MapCompanyPlans();
    }
}
