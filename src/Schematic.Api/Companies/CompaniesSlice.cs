using Schematic.Api.Companies.PlanRules;
using Schematic.Api.Companies.Usage;
using Schematic.Api.Events.Metering;
using Schematic.Api.Plans.Audiences;

namespace Schematic.Api.Companies;

internal sealed class CompaniesSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHosted<PlanRuleFollower>();
        services.AddSingleton<IAudienceProgress>(static all => all.GetRequiredService<PlanRuleFollower>());
        services.AddSingleton<IUsageFollower>(static all => all.GetRequiredService<PlanRuleFollower>());
        services.AddSingleton<PlanAssigner>();
        services.AddSingleton<CompanyStandings>();
        services.AddScoped<AudienceMatches>();
        services.AddScoped<CompanyPlanPreviewStore>();
        services.AddScoped<CompanyPlanStore>();
        services.AddScoped<CompanyStore>();
        services.AddScoped<FeatureCompaniesStore>();
        services.AddScoped<FeatureUsageStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapCompanies();
        api.MapCompanyPlans();
        api.MapFeatureUse();
        api.MapAudiences();
    }
}
