using Schematic.Api.Events.Metering;

namespace Schematic.Api.Evaluation;

internal sealed class EvaluationSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddHosted<CheckRecorder>();
        services.AddSingleton<CompanyContexts>();
        services.AddSingleton<EntityContexts>();
        services.AddSingleton<IUsageFollower>(static all => all.GetRequiredService<EntityContexts>());
        services.AddSingleton<FlagSnapshots>();
        services.AddSingleton<MemoryAge>();
        services.AddScoped<FlagChecks>();
        services.AddScoped<FlagExplanations>();
        services.AddScoped<FlagVerdicts>();
        services.AddScoped<ImpactPreview>();
        services.AddKeyedSingleton(nameof(ImpactPreview), static (_, _) => ImpactPreview.NewTurns());
        services.AddCors(static cors =>
            cors.AddPolicy(
                CheckEndpoints.FromBrowsers,
                static policy =>
                    policy
                        .AllowAnyOrigin()
                        .AllowAnyHeader()
                        .WithMethods(HttpMethods.Post)
                        .WithExposedHeaders(CheckResult.AgeHeader)
            )
        );
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapChecks();
        api.MapVerdicts();
    }
}
