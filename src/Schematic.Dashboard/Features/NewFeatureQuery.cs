using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Features;

/// <summary>Initial values of a new feature.</summary>
internal sealed record NewFeatureQuery : IUrlQuery<NewFeatureQuery>
{
    /// <summary>Name of the event that it counts; empty for a feature of any type.</summary>
    public string Event { get; init; } = "";

    public static NewFeatureQuery FromUri(UrlReader url) => new() { Event = url.Text("event") };

    public string ToUri() => new UrlWriter().Add("event", Event).ToString();

    /// <summary>The form to begin with.</summary>
    public FeatureForm ToForm() =>
        Event.Length == 0 ? new() : new() { FeatureType = FeatureType.Event, EventSubtype = Event };
}
