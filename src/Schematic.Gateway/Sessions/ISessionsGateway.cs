using RestEase;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Sessions;

/// <summary>Sign-in and sign-out: additions to the published API that only the console's own key may call.</summary>
public interface ISessionsGateway
{
    /// <summary>401 with one sentence, whether the email or the password is wrong.</summary>
    [Post("console/sessions")]
    Task<Envelope<SessionResponseData>> SignInAsync([Body] SignInRequestBody body, CancellationToken cancellationToken);

    /// <summary>The session of this gateway's token; 401 once it is expired or ended.</summary>
    [Get("console/sessions/current")]
    Task<Envelope<SessionResponseData>> GetSessionAsync(CancellationToken cancellationToken);

    [Delete("console/sessions/current")]
    Task<Envelope<DeleteResponse>> SignOutAsync(CancellationToken cancellationToken);
}
