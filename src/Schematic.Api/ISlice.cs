namespace Schematic.Api;

/// <summary>
/// One slice of the server: its services and its routes. Its rows need no line here; the model finds their
/// configurations.
/// </summary>
internal interface ISlice
{
    void AddServices(IServiceCollection services);

    void MapRoutes(IEndpointRouteBuilder api);
}

internal static class SliceServices
{
    /// <summary>A singleton that also runs in the background.</summary>
    public static void AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(static provider => provider.GetRequiredService<T>());
    }
}
