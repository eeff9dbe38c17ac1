using Schematic.Api.Plans.Audiences;
using Schematic.Api.Plans.Changes;
using Schematic.Api.Plans.Migration;
using Schematic.Api.Plans.Roles;

namespace Schematic.Api.Plans;

internal sealed class PlansSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanAudienceStore>();
        services.AddScoped<PlanChangeStore>();
        services.AddScoped<PlanMigrationPreview>();
        services.AddScoped<PlanMigrationStore>();
        services.AddHosted<PlanMigrationWorker>();
        services.AddScoped<PlanRolesStore>();
        services.AddScoped<PlanStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapPlans();
        api.MapPlanAudiences();
        api.MapPlanRoles();
        api.MapPlanChanges();
        api.MapPlanMigrations();
    }
}
