using Schematic.Api.Features;
using Schematic.Api.Flags;

namespace Schematic.Api.Entitlements;

internal sealed class EntitlementsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<CompanyOverrideStore>();
        services.AddSingleton<IDerivedRules, DerivedRuleReader>();
        services.AddSingleton<IFeatureUses, FeatureUseStore>();
        services.AddScoped<PlanEntitlementCopyStore>();
        services.AddScoped<PlanEntitlementStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapPlanEntitlements();
        api.MapCompanyOverrides();
    }
}
