using RestEase;
using Schematic.Contracts.Setup;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Setup;

namespace Schematic.Gateway.Setup
{
    /// <summary>First-run set-up: additions to the published API that only the console's own key may call.</summary>
    public interface ISetupGateway
    {
        /// <summary>Gets whether the installation still needs its first admin.</summary>
        [Get("console/setup")]
        Task<Envelope<SetupStatus>> GetSetupAsync(CancellationToken cancellationToken);

        /// <summary>Creates the first admin and environment, and signs the admin in.</summary>
        [Post("console/setup")]
        Task<Envelope<SetupResponseData>> SetUpAsync([Body] SetupRequestBody body, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="ISetupGateway"/>
        public ISetupGateway Setup => For<ISetupGateway>();
    }
}
