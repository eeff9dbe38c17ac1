using RestEase;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Wire;
using Schematic.Gateway.AuditLog;

namespace Schematic.Gateway.AuditLog
{
    /// <summary>Requests that changed something, or were refused.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IAuditLogGateway
    {
        /// <summary>Lists entries, newest first, without bodies.</summary>
        [Get("audit-log")]
        Task<Envelope<IReadOnlyList<AuditLogListResponseData>>> ListAsync(
            [Query] AuditLogQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the entries that a list with the same filters has.</summary>
        [Get("audit-log/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] AuditLogQuery query, CancellationToken cancellationToken);

        /// <summary>Gets an entry with the request and its answer.</summary>
        [Get("audit-log/{id}")]
        Task<Envelope<AuditLogResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IAuditLogGateway"/>
        public IAuditLogGateway AuditLog => For<IAuditLogGateway>();
    }
}
