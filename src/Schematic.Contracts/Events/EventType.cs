using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Kind of event.</summary>
public enum EventType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A flag was checked.</summary>
    [JsonStringEnumMemberName("flag_check")]
    FlagCheck,

    /// <summary>A user, and perhaps a company, was named and described.</summary>
    [JsonStringEnumMemberName("identify")]
    Identify,

    /// <summary>A language model was called; the body has its token counts.</summary>
    [JsonStringEnumMemberName("inference")]
    Inference,

    /// <summary>A user or company did something that is counted.</summary>
    [JsonStringEnumMemberName("track")]
    Track,
}
