using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Tests.Flags.Checks;

/// <summary>Checks as the API answers them.</summary>
internal static class EventSamples
{
    public static EventDetailResponseData Check(string id = "evt_1", EventBodyFlagCheck? body = null) =>
        new()
        {
            Id = id,
            Type = EventType.FlagCheck,
            Status = EventStatus.Processed,
            Body = JsonSerializer.SerializeToElement(body ?? Body(), WireJson.Strict),
            BodyPreview = "{}",
            CapturedAt = new DateTimeOffset(2026, 11, 20, 13, 36, 0, TimeSpan.Zero),
            CompanyId = "comp_1",
            Company = new PreviewObject { Id = "comp_1", Name = "Acme" },
            UserId = "user_1",
            User = new PreviewObject { Id = "user_1", Name = "Ada" },
            Quantity = 1,
            FeatureIds = [],
            Features = [],
        };

    public static EventBodyFlagCheck Body() =>
        new()
        {
            FlagKey = "analytics",
            FlagId = "flag_1",
            Reason = "Matched standard rule \"Large\" (rule_1)",
            RuleId = "rule_1",
            Value = false,
        };
}
