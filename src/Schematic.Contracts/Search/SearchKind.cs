using System.Text.Json.Serialization;

namespace Schematic.Contracts.Search;

/// <summary>Kind of thing that a search finds. An addition to the published API.</summary>
public enum SearchKind
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Found by name, key, text trait or id.</summary>
    [JsonStringEnumMemberName("company")]
    Company,

    /// <summary>Found by name, key, text trait or id, as companies are.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>Found by name, key or id.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>Found by name or id.</summary>
    [JsonStringEnumMemberName("feature")]
    Feature,

    /// <summary>A plan or an add-on.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>A type of credits.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,
}
