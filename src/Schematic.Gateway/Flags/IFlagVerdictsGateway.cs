using RestEase;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Flags;

namespace Schematic.Gateway.Flags
{
    /// <summary>Every flag with its verdict for one company and user.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IFlagVerdictsGateway
    {
        /// <summary>
        /// Lists flags with their verdict for a company and a user, by name; nothing is recorded as checked.
        /// </summary>
        [Get("flags/verdicts")]
        Task<Envelope<IReadOnlyList<FlagVerdictResponseData>>> ListAsync(
            [Query] FlagVerdictsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the flags whose verdict the query matches.</summary>
        [Get("flags/verdicts/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] FlagVerdictsQuery query, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IFlagVerdictsGateway"/>
        public IFlagVerdictsGateway FlagVerdicts => For<IFlagVerdictsGateway>();
    }
}
