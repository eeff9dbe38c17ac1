using Microsoft.AspNetCore.Identity;

namespace Schematic.Api.Members;

internal sealed class MembersSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(static hashing => hashing.IterationCount = Passwords.Iterations);
        services.AddSingleton<IPasswordHasher<MemberRow>, PasswordHasher<MemberRow>>();
        services.AddSingleton<Passwords>();
        services.AddScoped<MemberStore>();
        services.AddScoped<InvitationStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapMembers();
        api.MapInvitations();
    }
}
