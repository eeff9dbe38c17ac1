using System.Text.Json.Serialization;

namespace Schematic.Contracts.Insights;

/// <summary>Kind of name that was received. An addition to the published API.</summary>
public enum UnknownNameKind
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Name of a track event.</summary>
    [JsonStringEnumMemberName("event")]
    Event,

    /// <summary>Name of a trait of companies.</summary>
    [JsonStringEnumMemberName("company_trait")]
    CompanyTrait,

    /// <summary>Name of a trait of users.</summary>
    [JsonStringEnumMemberName("user_trait")]
    UserTrait,
}
