using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Events;

/// <summary>An event as it was received, and the state of its processing.</summary>
public sealed record EventDetailResponseData
{
    /// <summary>Id of the API key that sent the event; null if it is not known.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The API key that sent the event; left out if it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiKeyResponseData? ApiKeyView { get; init; }

    /// <summary>Content of the event, in the form of its type.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>First 256 characters of the body, as JSON text.</summary>
    public required string BodyPreview { get; init; }

    /// <summary>Time at which the event happened and for which it counts, in UTC.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The company that the event is about; left out if there is none or it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? Company { get; init; }

    /// <summary>Id of the company that the event is about, also once it is deleted; null if there is none.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Deprecated: time at which company and user were found, in UTC; null if they were not yet.</summary>
    public DateTimeOffset? EnrichedAt { get; init; }

    /// <summary>Id of the environment that received the event, <c>env_…</c>.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Reason why the event failed; null if it did not.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Ids of the features whose usage the event counts for.</summary>
    public required IReadOnlyList<string> FeatureIds { get; init; }

    /// <summary>The features whose usage the event counts for, summarized.</summary>
    public required IReadOnlyList<PreviewObject> Features { get; init; }

    /// <summary>Id of the event, <c>evt_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Sender's own id of the event; a second one within 24 hours is dropped. Null if none was given.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Id of the credit lease that the event draws from; null if it draws from none.</summary>
    public string? LeaseId { get; init; }

    /// <summary>Time at which the event was stored for analysis, in UTC; null if it was not yet.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>Deprecated: time at which the event took effect, in UTC; null if it has not yet.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>Units of usage that the event stands for; negative takes usage back.</summary>
    public required long Quantity { get; init; }

    /// <summary>Time at which the sender says it sent the event, in UTC; null if it did not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>State of the event's processing.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Name of a track event, such as <c>api_call</c>; null for other types.</summary>
    public string? Subtype { get; init; }

    /// <summary>Kind of event, which decides the form of its body.</summary>
    public required EventType Type { get; init; }

    /// <summary>Deprecated: time of the last change, in UTC; null if there was none.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The user that the event is about; left out if there is none or it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? User { get; init; }

    /// <summary>Id of the user that the event is about, also once it is deleted; null if there is none.</summary>
    public string? UserId { get; init; }
}
