using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Wire values: flag_check, identify, inference, track. <c>Unknown</c> is a value a newer server sent.</summary>
public enum EventType
{
    Unknown = 0,

    [JsonStringEnumMemberName("flag_check")]
    FlagCheck,

    [JsonStringEnumMemberName("identify")]
    Identify,

    [JsonStringEnumMemberName("inference")]
    Inference,

    [JsonStringEnumMemberName("track")]
    Track,
}
