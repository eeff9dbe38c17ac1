using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events;

/// <summary>Sends events, and reads what became of them.</summary>
public abstract class EventTopic(ApiFixture api) : ApiTopic(api)
{
    protected static CreateEventRequestBody Track(
        string name,
        string? company = null,
        string? user = null,
        long? quantity = null
    ) =>
        new()
        {
            EventType = EventType.Track,
            Body = JsonSerializer.SerializeToElement(
                new EventBodyTrack
                {
                    Event = name,
                    Company = company is null ? null : new Dictionary<string, string> { ["domain"] = company },
                    User = user is null ? null : new Dictionary<string, string> { ["email"] = user },
                    Quantity = quantity,
                },
                WireJson.Strict
            ),
        };

    protected static CreateEventRequestBody Identify(object body) =>
        new() { EventType = EventType.Identify, Body = JsonSerializer.SerializeToElement(body) };

    protected static async Task<EventDetailResponseData> SendAsync(
        SchematicGateway gateway,
        CreateEventRequestBody body
    )
    {
        var receipt = (await gateway.Events.CreateAsync(body, Cancellation)).Data;
        return (await gateway.Events.GetAsync(receipt.EventId!, Cancellation)).Data;
    }

    protected static async Task<CompanyDetailResponseData> CompanyAsync(SchematicGateway gateway, string domain) =>
        (
            await gateway.Companies.LookupAsync(
                new() { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;

    /// <summary>A company's counter; 0 where there is none.</summary>
    protected static async Task<long> CounterAsync(
        SchematicGateway gateway,
        string domain,
        string name,
        MetricPeriod period = MetricPeriod.AllTime
    ) =>
        (await CompanyAsync(gateway, domain))
            .Metrics.FirstOrDefault(metric => metric.EventSubtype == name && metric.Period == period)
            ?.Value
        ?? 0;

    /// <summary>A feature that counts an event nobody else sends.</summary>
    protected static async Task<FeatureDetailResponseData> NewFeatureAsync(
        SchematicGateway gateway,
        string? subtype = null
    )
    {
        var name = Unique("feature");
        return (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = name,
                    Description = "",
                    FeatureType = FeatureType.Event,
                    EventSubtype = subtype ?? Unique("event"),
                    Flag = new CreateOrUpdateFlagRequestBody
                    {
                        Key = name,
                        Name = name,
                        Description = "",
                        FlagType = FlagType.Boolean,
                        DefaultValue = false,
                    },
                },
                Cancellation
            )
        ).Data;
    }
}
