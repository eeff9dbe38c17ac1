using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// A circuit outlives the request that opened it: it asks now and then whether its session still stands.
/// </summary>
internal sealed class SessionAuthenticationStateProvider(ILoggerFactory loggers, SessionValidator validator)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) =>
        SignedInMember.FromPrincipal(authenticationState.User) is { } member
        && await validator.IsValidAsync(member, cancellationToken);
}
