using Schematic.Api.AuditLog.Recording;

namespace Schematic.Api.AuditLog;

internal sealed class AuditLogSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHosted<AuditQueue>();
        services.AddHosted<AuditLogRetention>();
        services.AddScoped<AuditLogStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api) => api.MapAuditLog();
}
