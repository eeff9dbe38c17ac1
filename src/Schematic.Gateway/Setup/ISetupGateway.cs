using RestEase;
using Schematic.Contracts.Setup;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Setup;

/// <summary>First-run set-up: an addition to the published API that only the console's own key may call.</summary>
public interface ISetupGateway
{
    [Get("console/setup")]
    Task<Envelope<SetupStatus>> GetSetupAsync(CancellationToken cancellationToken);

    [Post("console/setup")]
    Task<Envelope<SetupResponseData>> SetUpAsync([Body] SetupRequestBody body, CancellationToken cancellationToken);
}
