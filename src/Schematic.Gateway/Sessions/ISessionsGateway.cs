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

        /// <summary>Lists the sessions of the member of this gateway's token, the newest first, at most 100.</summary>
        [Get("console/sessions")]
        Task<Envelope<IReadOnlyList<OwnSessionResponseData>>> ListSessionsAsync(CancellationToken cancellationToken);

        /// <summary>Ends one session of the same member; refused with 404 where there is none of that id.</summary>
        [Delete("console/sessions/{id}")]
        Task<Envelope<DeleteResponse>> EndSessionAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Ends every session of the same member, that of this gateway's token too.</summary>
        [Delete("console/sessions")]
        Task<Envelope<DeleteResponse>> EndSessionsAsync(CancellationToken cancellationToken);

        /// <summary>Finds out which of many sessions are over, without using any.</summary>
        [Post("console/sessions/ended")]
        Task<Envelope<EndedSessionsResponseData>> FindEndedSessionsAsync(
            [Body] FindEndedSessionsRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the password of the same member and ends all of their other sessions.</summary>
        [Put("console/password")]
        Task<Envelope<SessionResponseData>> ChangePasswordAsync(
            [Body] ChangePasswordRequestBody body,
            CancellationToken cancellationToken
        );
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
