namespace Schematic.Api.Sessions;

internal sealed class SessionsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<MemberSignIn>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapSessions();
        api.MapPasswords();
    }
}
