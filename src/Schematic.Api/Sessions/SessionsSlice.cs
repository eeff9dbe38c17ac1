using Schematic.Api.Members;

namespace Schematic.Api.Sessions;

internal sealed class SessionsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SessionStore>();
        services.AddSingleton<IMemberSessions>(static provider => provider.GetRequiredService<SessionStore>());
        services.AddSingleton<InvitationAcceptance>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<MemberSignIn>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapSessions();
        api.MapPasswords();
        api.MapInvitationAcceptance();
    }
}
