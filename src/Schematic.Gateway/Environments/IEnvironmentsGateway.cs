using RestEase;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Environments;

public interface IEnvironmentsGateway
{
    [Get("environments")]
    Task<Envelope<IReadOnlyList<EnvironmentResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] EnvironmentsQuery query,
        CancellationToken cancellationToken
    );

    [Get("environments/{id}")]
    Task<Envelope<EnvironmentResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    [Post("environments")]
    Task<Envelope<EnvironmentDetailResponseData>> CreateAsync(
        [Body] CreateEnvironmentRequestBody body,
        CancellationToken cancellationToken
    );

    [Put("environments/{id}")]
    Task<Envelope<EnvironmentResponseData>> UpdateAsync(
        [Path] string id,
        [Body] UpdateEnvironmentRequestBody body,
        CancellationToken cancellationToken
    );

    [Delete("environments/{id}")]
    Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);
}
