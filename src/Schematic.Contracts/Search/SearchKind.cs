using System.Text.Json.Serialization;

namespace Schematic.Contracts.Search;

/// <summary>Kind of thing that a search finds. An addition to the published API.</summary>
public enum SearchKind
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A company.</summary>
    [JsonStringEnumMemberName("company")]
    Company,

    /// <summary>A user.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>A flag.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,

    /// <summary>A feature.</summary>
    [JsonStringEnumMemberName("feature")]
    Feature,

    /// <summary>A plan or an add-on.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>A type of credits.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,
}
