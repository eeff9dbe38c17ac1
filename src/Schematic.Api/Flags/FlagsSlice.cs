using Schematic.Api.Flags.History;
using Schematic.Api.Flags.Unknown;

namespace Schematic.Api.Flags;

internal sealed class FlagsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHosted<FlagRuleSaveRetention>();
        services.AddScoped<FlagRuleSaveStore>();
        services.AddScoped<FlagStore>();
        services.AddScoped<UnknownFlagStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapFlags();
        api.MapUnknownFlags();
    }
}
