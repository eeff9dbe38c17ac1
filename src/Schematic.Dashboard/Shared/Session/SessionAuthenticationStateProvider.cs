using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// A circuit outlives the request that opened it: it is told when its session ends, and asks now and then itself.
/// </summary>
internal sealed class SessionAuthenticationStateProvider(ILoggerFactory loggers, SessionValidator validator)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>Nobody is signed in any more: what is drawn now leads to the sign-in page.</summary>
    public void End() =>
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) =>
        SignedInMember.FromPrincipal(authenticationState.User) is { } member
        && await validator.IsValidAsync(member, cancellationToken);
}
