namespace Schematic.Api.Users;

internal sealed class UsersSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<FeatureUsersStore>();
        services.AddScoped<UserStore>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapUsers();
        api.MapFeatureUsers();
    }
}
