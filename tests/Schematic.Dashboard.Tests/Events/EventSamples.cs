using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Tests.Events;

/// <summary>Events as the API answers them.</summary>
internal static class EventSamples
{
    public static EventDetailResponseData Track(string id = "evt_1", string name = "api_call") =>
        new()
        {
            Id = id,
            Type = EventType.Track,
            Subtype = name,
            Status = EventStatus.Processed,
            Body = JsonSerializer.SerializeToElement(
                new Dictionary<string, object> { ["event"] = name, ["quantity"] = 1200 }
            ),
            BodyPreview = "{}",
            CapturedAt = new DateTimeOffset(2026, 11, 20, 13, 36, 0, TimeSpan.Zero),
            CompanyId = "comp_1",
            Company = new PreviewObject { Id = "comp_1", Name = "Acme" },
            UserId = "user_1",
            User = new PreviewObject { Id = "user_1", Name = "Ada" },
            Quantity = 1200,
            FeatureIds = ["feat_1"],
            Features = [new PreviewObject { Id = "feat_1", Name = "API calls" }],
        };

    public static EventDetailResponseData Failed(string id = "evt_1") =>
        Track(id) with
        {
            Status = EventStatus.Failed,
            ErrorMessage = "body.quantity must not be 0.",
        };

    public static EventTailResponseData Tail(string cursor, params IReadOnlyList<EventDetailResponseData> events) =>
        new()
        {
            Cursor = cursor,
            Events = events,
            Skipped = 0,
        };
}
