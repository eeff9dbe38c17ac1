using RestEase;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Environments;

namespace Schematic.Gateway.Environments
{
    /// <summary>Environments of the account.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IEnvironmentsGateway
    {
        /// <summary>Lists environments, newest first.</summary>
        [Get("environments")]
        Task<Envelope<IReadOnlyList<EnvironmentResponseData>>> ListAsync(
            [Query] EnvironmentsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one environment.</summary>
        [Get("environments/{id}")]
        Task<Envelope<EnvironmentResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Creates an environment.</summary>
        [Post("environments")]
        Task<Envelope<EnvironmentDetailResponseData>> CreateAsync(
            [Body] CreateEnvironmentRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the members that the body contains.</summary>
        [Put("environments/{id}")]
        Task<Envelope<EnvironmentResponseData>> UpdateAsync(
            [Path] string id,
            [Body] UpdateEnvironmentRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes an environment and everything in it.</summary>
        [Delete("environments/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IEnvironmentsGateway"/>
        public IEnvironmentsGateway Environments => For<IEnvironmentsGateway>();
    }
}
