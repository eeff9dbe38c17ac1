using RestEase;
using Schematic.Contracts.Search;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Search;

namespace Schematic.Gateway.Search
{
    /// <summary>One search over everything that has a name, a key or an id.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface ISearchGateway
    {
        /// <summary>Finds what the text names exactly, first, and what has it in a name, key or text trait.</summary>
        [Get("search")]
        Task<Envelope<IReadOnlyList<SearchHitResponseData>>> FindAsync(
            [Query] SearchQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="ISearchGateway"/>
        public ISearchGateway Search => For<ISearchGateway>();
    }
}
