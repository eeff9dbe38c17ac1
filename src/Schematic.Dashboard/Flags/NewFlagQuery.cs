using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags;

/// <summary>Initial values of a new flag.</summary>
internal sealed record NewFlagQuery : IUrlQuery<NewFlagQuery>
{
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public string FeatureId { get; init; } = "";

    public static NewFlagQuery For(FeatureDetailResponseData feature) =>
        new() { FeatureId = feature.Id, Name = feature.Name };

    public static NewFlagQuery FromUri(UrlReader url) =>
        new()
        {
            Key = url.Text("key"),
            Name = url.Text("name"),
            FeatureId = url.Text("feature"),
        };

    public string ToUri() => new UrlWriter().Add("key", Key).Add("name", Name).Add("feature", FeatureId).ToString();
}
