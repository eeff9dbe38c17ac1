using RestEase;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;

namespace Schematic.Gateway.Flags;

/// <summary>Flags, their rules in one environment, and what they answer.</summary>
public interface IFlagsGateway
{
    [Get("flags")]
    Task<Envelope<IReadOnlyList<FlagDetailResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] FlagsQuery query,
        CancellationToken cancellationToken
    );

    [Get("flags/count")]
    Task<Envelope<CountResponse>> CountAsync(
        [Query(QuerySerializationMethod.Serialized)] FlagsQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>With the <see cref="Envelope.ETag"/> that an update may name.</summary>
    [Get("flags/{id}")]
    Task<Envelope<FlagDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    [Post("flags")]
    Task<Envelope<FlagDetailResponseData>> CreateAsync(
        [Body] CreateFlagRequestBody body,
        CancellationToken cancellationToken
    );

    /// <param name="ifMatch">The state that is to be changed; with null the last write wins.</param>
    /// <exception cref="GatewayException"><see cref="GatewayException.IsStale"/>: the flag is in another state by now.</exception>
    [Put("flags/{id}")]
    Task<Envelope<FlagDetailResponseData>> UpdateAsync(
        [Path] string id,
        [Body] CreateFlagRequestBody body,
        [Header(GatewayHeaders.IfMatch)] string? ifMatch,
        CancellationToken cancellationToken
    );

    /// <summary>Replaces the flag's rules in this environment as a whole.</summary>
    /// <param name="ifMatch">The state that is to be changed; with null the last write wins.</param>
    /// <exception cref="GatewayException"><see cref="GatewayException.IsStale"/>: the flag is in another state by now.</exception>
    [Put("flags/{id}/rules")]
    Task<Envelope<RulesDetailResponseData>> UpdateRulesAsync(
        [Path] string id,
        [Body] UpdateFlagRulesRequestBody body,
        [Header(GatewayHeaders.IfMatch)] string? ifMatch,
        CancellationToken cancellationToken
    );

    /// <summary>Who saved the flag's rules in this environment, when, why and what; newest first.</summary>
    [Get("flags/{id}/rules/history")]
    Task<Envelope<IReadOnlyList<FlagRuleSaveResponseData>>> ListRuleSavesAsync(
        [Path] string id,
        [Query(QuerySerializationMethod.Serialized)] FlagRuleSavesQuery query,
        CancellationToken cancellationToken
    );

    [Get("flags/{id}/rules/history/count")]
    Task<Envelope<CountResponse>> CountRuleSavesAsync(
        [Path] string id,
        [Query(QuerySerializationMethod.Serialized)] FlagRuleSavesQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>Takes the flag's rules along, in every environment.</summary>
    [Delete("flags/{id}")]
    Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

    [Post("flags/{key}/check")]
    Task<Envelope<CheckFlagResponseData>> CheckAsync(
        [Path] string key,
        [Body] CheckFlagRequestBody body,
        CancellationToken cancellationToken
    );

    /// <summary>Every flag at once.</summary>
    [Post("flags/check")]
    Task<Envelope<CheckFlagsResponseData>> CheckAllAsync(
        [Body] CheckFlagRequestBody body,
        CancellationToken cancellationToken
    );

    /// <summary>Every flag at once, for up to 100 companies and users.</summary>
    [Post("flags/check-bulk")]
    Task<Envelope<CheckFlagsBulkResponseData>> CheckBulkAsync(
        [Body] CheckFlagsBulkRequestBody body,
        CancellationToken cancellationToken
    );

    /// <summary>A check that shows its work; with <see cref="ExplainFlagRequestBody.Rules"/>, of rules that are not saved.</summary>
    [Post("flags/{key}/explain")]
    Task<Envelope<ExplainFlagResponseData>> ExplainAsync(
        [Path] string key,
        [Body] ExplainFlagRequestBody body,
        CancellationToken cancellationToken
    );

    /// <summary>Whose verdict would change if these rules were saved. Each call examines as many companies as fit in a second or two.</summary>
    [Post("flags/{id}/impact")]
    Task<Envelope<FlagImpactResponseData>> ImpactAsync(
        [Path] string id,
        [Body] FlagImpactRequestBody body,
        CancellationToken cancellationToken
    );

    /// <summary>Flags that are asked for and do not exist, asked for last first.</summary>
    [Get("unknown-flags")]
    Task<Envelope<IReadOnlyList<UnknownFlagResponseData>>> ListUnknownAsync(
        [Query(QuerySerializationMethod.Serialized)] UnknownFlagsQuery query,
        CancellationToken cancellationToken
    );

    [Get("unknown-flags/count")]
    Task<Envelope<CountResponse>> CountUnknownAsync(
        [Query(QuerySerializationMethod.Serialized)] UnknownFlagsQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets that anybody asked.</summary>
    [Delete("unknown-flags/{key}")]
    Task<Envelope<DeleteResponse>> ForgetUnknownAsync([Path] string key, CancellationToken cancellationToken);
}
