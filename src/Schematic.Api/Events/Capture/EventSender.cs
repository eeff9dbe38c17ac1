using Schematic.Api.Authentication;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.Events.Capture;

/// <summary>Sender of an event, with what its key allows.</summary>
/// <param name="ApiKeyId">Null for the console.</param>
/// <param name="IsSecret">False for a publishable key, which anyone who opens a page can read.</param>
/// <param name="Refusal">Why nothing that it sends takes effect; null if it does.</param>
internal sealed record EventSender(string? ApiKeyId, bool IsSecret, string? Refusal)
{
    /// <summary>A member at the console, or the server itself.</summary>
    public static EventSender Console { get; } = new(null, IsSecret: true, Refusal: null);

    public static EventSender FromKey(CachedKey key, bool isSecret) =>
        new(
            key.Id,
            isSecret,
            key.Readonly
                    ? $"The API key {key.Id} is read-only: what it sends does not count. Send events with a key that may write."
                : key.Has(ApiKeyScope.Capture) ? null
                : $"The API key {key.Id} lacks the scope \"capture\". Send events with a key that has it."
        );
}
