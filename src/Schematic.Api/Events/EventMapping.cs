using System.Text.Json;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events;

internal static class EventMapping
{
    private const int PreviewLength = 256;

    /// <param name="entities">By id, at least those of <see cref="EventRow.EntityIds"/> that still exist.</param>
    /// <param name="features">Features by the event that they count.</param>
    public static EventDetailResponseData ToContract(
        this EventRow row,
        string environmentId,
        IReadOnlyDictionary<string, EntityRow> entities,
        ILookup<string, FeatureRow> features
    )
    {
        var body = JsonElement.Parse(row.Body);
        List<FeatureRow> counted = row.EventSubtype is { } subtype ? [.. features[subtype]] : [];
        return new EventDetailResponseData
        {
            Id = row.Id,
            EnvironmentId = environmentId,
            Type = WireEnum<EventType>.TryParse(row.EventType, out var type) ? type : EventType.Unknown,
            Subtype = row.EventSubtype,
            Status = row.Status,
            ErrorMessage = row.Error,
            Body = body,
            BodyPreview = TextLength.Cut(row.Body, PreviewLength),
            ApiKey = row.ApiKeyId,
            IdempotencyKey = row.IdempotencyKey,
            LeaseId = LeaseId(body),
            CapturedAt = row.CapturedAt,
            SentAt = row.SentAt,
            LoadedAt = row.ReceivedAt,
            EnrichedAt = row.ProcessedAt,
            ProcessedAt = row.ProcessedAt,
            CompanyId = row.CompanyId,
            Company = Preview(row.CompanyId, entities),
            UserId = row.UserId,
            User = Preview(row.UserId, entities),
            Quantity = row.Quantity,
            FeatureIds = counted.ConvertAll(static feature => feature.Id),
            Features = counted.ConvertAll(static feature => new PreviewObject { Id = feature.Id, Name = feature.Name }),
        };
    }

    /// <summary>Changes that the event made; none if it failed.</summary>
    public static EventEffectsResponseData ToEffects(
        this EventRow row,
        IReadOnlyDictionary<string, EntityRow> entities
    ) =>
        new()
        {
            EventId = row.Id,
            Company = Preview(row.CompanyId, entities),
            User = Preview(row.UserId, entities),
            Counters =
            [
                .. Counter(row, MetricPeriod.AllTime, row.TotalAfter),
                .. Counter(row, MetricPeriod.CurrentDay, row.DayAfter),
            ],
        };

    private static IEnumerable<EventCounterResponseData> Counter(EventRow row, MetricPeriod period, long? after)
    {
        if (row.EventSubtype is { } subtype && after is { } value)
            yield return new EventCounterResponseData
            {
                EventSubtype = subtype,
                Period = period,
                Before = value - row.Quantity,
                After = value,
            };
    }

    private static string? LeaseId(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("lease_id", out var lease)
        && lease.ValueKind == JsonValueKind.String
            ? lease.GetString()
            : null;

    private static PreviewObject? Preview(string? id, IReadOnlyDictionary<string, EntityRow> entities) =>
        id is not null && entities.GetValueOrDefault(id) is { } entity
            ? new PreviewObject { Id = entity.Id, Name = entity.Name }
            : null;
}
