using RestEase;
using Schematic.Contracts.Console;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Console;

namespace Schematic.Gateway.Console
{
    /// <summary>Set-up and sign-in: additions to the published API that only the console's own key may call.</summary>
    public interface IConsoleGateway
    {
        /// <summary>Gets whether the installation still needs its first admin.</summary>
        [Get("console/setup")]
        Task<Envelope<SetupStatus>> GetSetupAsync(CancellationToken cancellationToken);

        /// <summary>Creates the first admin and environment, and signs the admin in.</summary>
        [Post("console/setup")]
        Task<Envelope<SetupResponseData>> SetUpAsync([Body] SetupRequestBody body, CancellationToken cancellationToken);

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
        /// <inheritdoc cref="IConsoleGateway"/>
        public IConsoleGateway Console => For<IConsoleGateway>();
    }
}
