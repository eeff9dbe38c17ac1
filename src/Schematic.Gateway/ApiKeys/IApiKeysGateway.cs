using RestEase;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.ApiKeys;

public interface IApiKeysGateway
{
    [Get("api-keys")]
    Task<Envelope<IReadOnlyList<ApiKeyResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] ApiKeysQuery query,
        CancellationToken cancellationToken
    );

    [Get("api-keys/count")]
    Task<Envelope<CountResponse>> CountAsync(
        [Query(QuerySerializationMethod.Serialized)] ApiKeysQuery query,
        CancellationToken cancellationToken
    );

    [Get("api-keys/{id}")]
    Task<Envelope<ApiKeyResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    /// <summary>The answer holds the secret, this once.</summary>
    [Post("api-keys")]
    Task<Envelope<ApiKeyCreateResponseData>> CreateAsync(
        [Body] CreateApiKeyRequestBody body,
        CancellationToken cancellationToken
    );

    [Put("api-keys/{id}")]
    Task<Envelope<ApiKeyResponseData>> UpdateAsync(
        [Path] string id,
        [Body] UpdateApiKeyRequestBody body,
        CancellationToken cancellationToken
    );

    [Delete("api-keys/{id}")]
    Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

    /// <summary>What the session's key is and which environments it may name.</summary>
    [Get("whoami")]
    Task<Envelope<WhoAmIResponseData>> WhoAmIAsync(CancellationToken cancellationToken);
}
