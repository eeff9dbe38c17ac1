using System.Text.Json;
using Schematic.Api.Entities;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events;

internal static class EventMapping
{
    private const int PreviewLength = 256;

    /// <summary>
    /// Members that only received events have are left out; a check has taken effect, as one use, by being recorded.
    /// </summary>
    /// <param name="entities">By id, at least those of <see cref="EventRow.EntityIds"/> that still exist.</param>
    public static EventDetailResponseData ToContract(
        this EventRow row,
        string environmentId,
        IReadOnlyDictionary<string, EntityRow> entities
    ) =>
        new()
        {
            Id = row.Id,
            EnvironmentId = environmentId,
            Type = WireEnum<EventType>.TryParse(row.EventType, out var type) ? type : EventType.Unknown,
            Status = EventStatus.Processed,
            Body = JsonElement.Parse(row.Body),
            BodyPreview = TextLength.Cut(row.Body, PreviewLength),
            CapturedAt = row.CapturedAt,
            CompanyId = row.CompanyId,
            Company = Preview(row.CompanyId, entities),
            UserId = row.UserId,
            User = Preview(row.UserId, entities),
            Quantity = 1,
            FeatureIds = [],
            Features = [],
        };

    private static PreviewObject? Preview(string? id, IReadOnlyDictionary<string, EntityRow> entities) =>
        id is not null && entities.GetValueOrDefault(id) is { } entity
            ? new PreviewObject { Id = entity.Id, Name = entity.Name }
            : null;
}
