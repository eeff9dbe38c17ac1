using RestEase;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;
using Schematic.Gateway.ApiKeys;

namespace Schematic.Gateway.ApiKeys
{
    /// <summary>API keys of the account.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IApiKeysGateway
    {
        /// <summary>Lists keys, newest first. A secret is never listed.</summary>
        [Get("api-keys")]
        Task<Envelope<IReadOnlyList<ApiKeyResponseData>>> ListAsync(
            [Query] ApiKeysQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the keys that the query matches.</summary>
        [Get("api-keys/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] ApiKeysQuery query, CancellationToken cancellationToken);

        /// <summary>Gets one key, without its secret.</summary>
        [Get("api-keys/{id}")]
        Task<Envelope<ApiKeyResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Creates a key. Only this response contains its secret.</summary>
        [Post("api-keys")]
        Task<Envelope<ApiKeyCreateResponseData>> CreateAsync(
            [Body] CreateApiKeyRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the members that the body contains.</summary>
        [Put("api-keys/{id}")]
        Task<Envelope<ApiKeyResponseData>> UpdateAsync(
            [Path] string id,
            [Body] UpdateApiKeyRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a key; calls that send it are refused from then on.</summary>
        [Delete("api-keys/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Gets the scopes of the session's key and the environments it may name.</summary>
        [Get("whoami")]
        Task<Envelope<WhoAmIResponseData>> WhoAmIAsync(CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IApiKeysGateway"/>
        public IApiKeysGateway ApiKeys => For<IApiKeysGateway>();
    }
}
