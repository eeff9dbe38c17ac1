using RestEase;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Flags;
using Schematic.Gateway.Http;

namespace Schematic.Gateway.Flags
{
    /// <summary>Flags, their rules in one environment, and their checks.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IFlagsGateway
    {
        /// <summary>Lists flags, newest first.</summary>
        [Get("flags")]
        Task<Envelope<IReadOnlyList<FlagDetailResponseData>>> ListAsync(
            [Query] FlagsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the flags that the query matches.</summary>
        [Get("flags/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] FlagsQuery query, CancellationToken cancellationToken);

        /// <summary>Gets one flag, with the <see cref="Envelope.ETag"/> that an update can name.</summary>
        [Get("flags/{id}")]
        Task<Envelope<FlagDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Creates a flag.</summary>
        [Post("flags")]
        Task<Envelope<FlagDetailResponseData>> CreateAsync(
            [Body] CreateFlagRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Updates a flag; its rules stay as they are.</summary>
        /// <param name="ifMatch">ETag of the state to change; null to overwrite any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the flag since that state.
        /// </exception>
        [Put("flags/{id}")]
        Task<Envelope<FlagDetailResponseData>> UpdateAsync(
            [Path] string id,
            [Body] CreateFlagRequestBody body,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Replaces all rules of a flag in this environment.</summary>
        /// <param name="ifMatch">ETag of the state to change; null to overwrite any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the flag since that state.
        /// </exception>
        [Put("flags/{id}/rules")]
        Task<Envelope<RulesDetailResponseData>> UpdateRulesAsync(
            [Path] string id,
            [Body] UpdateFlagRulesRequestBody body,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the saves of a flag's rules in this environment, newest first.</summary>
        [Get("flags/{id}/rules/history")]
        Task<Envelope<IReadOnlyList<FlagRuleSaveResponseData>>> ListRuleSavesAsync(
            [Path] string id,
            [Query] FlagRuleSavesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the saves of a flag's rules in this environment.</summary>
        [Get("flags/{id}/rules/history/count")]
        Task<Envelope<CountResponse>> CountRuleSavesAsync(
            [Path] string id,
            [Query] FlagRuleSavesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a flag and its rules in every environment.</summary>
        [Delete("flags/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Checks one flag for a company and a user.</summary>
        [Post("flags/{key}/check")]
        Task<Envelope<CheckFlagResponseData>> CheckAsync(
            [Path] string key,
            [Body] CheckFlagRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Checks every flag for a company and a user.</summary>
        [Post("flags/check")]
        Task<Envelope<CheckFlagsResponseData>> CheckAllAsync(
            [Body] CheckFlagRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Checks every flag for up to 100 pairs of a company and a user.</summary>
        [Post("flags/check-bulk")]
        Task<Envelope<CheckFlagsBulkResponseData>> CheckBulkAsync(
            [Body] CheckFlagsBulkRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>
        /// Checks one flag and explains the result. <see cref="ExplainFlagRequestBody.Rules"/> stand in for the saved
        /// rules.
        /// </summary>
        [Post("flags/{key}/explain")]
        Task<Envelope<ExplainFlagResponseData>> ExplainAsync(
            [Path] string key,
            [Body] ExplainFlagRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>
        /// Lists companies whose result would change if these rules were saved. One call examines as many companies as
        /// it can in a second or two.
        /// </summary>
        [Post("flags/{id}/impact")]
        Task<Envelope<FlagImpactResponseData>> ImpactAsync(
            [Path] string id,
            [Body] FlagImpactRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the keys of requested flags that do not exist, most recently requested first.</summary>
        [Get("unknown-flags")]
        Task<Envelope<IReadOnlyList<UnknownFlagResponseData>>> ListUnknownAsync(
            [Query] UnknownFlagsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the keys of requested flags that do not exist.</summary>
        [Get("unknown-flags/count")]
        Task<Envelope<CountResponse>> CountUnknownAsync(
            [Query] UnknownFlagsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Removes a key from the list of unknown flags until it is requested again.</summary>
        [Delete("unknown-flags/{key}")]
        Task<Envelope<DeleteResponse>> ForgetUnknownAsync([Path] string key, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IFlagsGateway"/>
        public IFlagsGateway Flags => For<IFlagsGateway>();
    }
}
