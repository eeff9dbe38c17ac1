using Schematic.Contracts.Search;

namespace Schematic.Dashboard.Tests.Search;

/// <summary>Results of searches as the API answers them.</summary>
internal static class SearchSamples
{
    /// <param name="key">Name of the key that matches exactly.</param>
    public static SearchHitResponseData Hit(SearchKind kind, string id, string name, string key) =>
        new()
        {
            Kind = kind,
            Id = id,
            Name = name,
            Key = "value",
            MatchedKeys = [key],
        };
}
