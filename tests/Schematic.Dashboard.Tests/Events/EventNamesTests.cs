using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Events;

namespace Schematic.Dashboard.Tests.Events;

public sealed class EventNamesTests
{
    [Theory]
    [InlineData(EventType.Track, "api_call", "{}", "api_call")]
    [InlineData(EventType.Track, null, """{"event": "api_call"}""", "api_call")]
    [InlineData(EventType.FlagCheck, null, """{"flag_key": "analytics"}""", "analytics")]
    [InlineData(EventType.FlagCheck, null, """{"flag_key": 3}""", null)]
    [InlineData(EventType.FlagCheck, null, "[]", null)]
    [InlineData(EventType.Inference, null, """{"response_model": "m-1"}""", "m-1")]
    [InlineData(EventType.Inference, null, """{"event": "chat", "response_model": "m-1"}""", "chat")]
    [InlineData(EventType.Identify, null, """{"event": "not its name"}""", null)]
    public void An_event_goes_by_its_name_its_flag_or_its_model(
        EventType type,
        string? subtype,
        string body,
        string? name
    ) =>
        Assert.Equal(
            name,
            EventNames.GetName(
                EventSamples.Track() with
                {
                    Type = type,
                    Subtype = subtype,
                    Body = JsonDocument.Parse(body).RootElement,
                }
            )
        );
}
