using RestEase;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Sessions;

namespace Schematic.Gateway.Sessions
{
    /// <summary>Signing in and out: additions to the published API that only the console's own key may call.</summary>
    public interface ISessionsGateway
    {
        /// <summary>
        /// Opens a session; refused with 401 and the same sentence for a wrong email and a wrong password.
        /// </summary>
        [Post("console/sessions")]
        Task<Envelope<SessionResponseData>> SignInAsync(
            [Body] SignInRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the session of this gateway's token; refused with 401 once it has expired or ended.</summary>
        [Get("console/sessions/current")]
        Task<Envelope<SessionResponseData>> GetSessionAsync(CancellationToken cancellationToken);

        /// <summary>Ends the session of this gateway's token.</summary>
        [Delete("console/sessions/current")]
        Task<Envelope<DeleteResponse>> SignOutAsync(CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="ISessionsGateway"/>
        public ISessionsGateway Sessions => For<ISessionsGateway>();
    }
}
