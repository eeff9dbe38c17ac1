using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Events;

public sealed record EventDetailResponseData
{
    public string? ApiKey { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiKeyResponseData? ApiKeyView { get; init; }

    /// <summary>In the form of its type, like <see cref="EventBodyFlagCheck"/>.</summary>
    public required JsonElement Body { get; init; }

    public required string BodyPreview { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Left out where the event is about none, or about one that is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? Company { get; init; }

    public string? CompanyId { get; init; }

    public DateTimeOffset? EnrichedAt { get; init; }

    public string? EnvironmentId { get; init; }

    public string? ErrorMessage { get; init; }

    public required IReadOnlyList<string> FeatureIds { get; init; }

    public required IReadOnlyList<PreviewObject> Features { get; init; }

    public required string Id { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? LeaseId { get; init; }

    public DateTimeOffset? LoadedAt { get; init; }

    public DateTimeOffset? ProcessedAt { get; init; }

    public required long Quantity { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public required EventStatus Status { get; init; }

    public string? Subtype { get; init; }

    public required EventType Type { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Left out where the event is about none, or about one that is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? User { get; init; }

    public string? UserId { get; init; }
}
