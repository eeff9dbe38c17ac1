using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Color of a plan's icon.</summary>
public enum PlanIcon
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

#pragma warning disable CS1591 // A color says all there is to say.
    [JsonStringEnumMemberName("amber")]
    Amber,

    [JsonStringEnumMemberName("blue")]
    Blue,

    [JsonStringEnumMemberName("blueGray")]
    BlueGray,

    [JsonStringEnumMemberName("blueGreen")]
    BlueGreen,

    [JsonStringEnumMemberName("cyan")]
    Cyan,

    [JsonStringEnumMemberName("emerald")]
    Emerald,

    [JsonStringEnumMemberName("fuchsia")]
    Fuchsia,

    [JsonStringEnumMemberName("gray")]
    Gray,

    [JsonStringEnumMemberName("green")]
    Green,

    [JsonStringEnumMemberName("indigo")]
    Indigo,

    [JsonStringEnumMemberName("lightBlue")]
    LightBlue,

    [JsonStringEnumMemberName("lime")]
    Lime,

    [JsonStringEnumMemberName("orange")]
    Orange,

    [JsonStringEnumMemberName("pink")]
    Pink,

    [JsonStringEnumMemberName("purple")]
    Purple,

    [JsonStringEnumMemberName("red")]
    Red,

    [JsonStringEnumMemberName("redOrange")]
    RedOrange,

    [JsonStringEnumMemberName("rose")]
    Rose,

    [JsonStringEnumMemberName("sky")]
    Sky,

    [JsonStringEnumMemberName("slate")]
    Slate,

    [JsonStringEnumMemberName("teal")]
    Teal,

    [JsonStringEnumMemberName("trueGray")]
    TrueGray,

    [JsonStringEnumMemberName("violet")]
    Violet,

    [JsonStringEnumMemberName("warmGray")]
    WarmGray,

    [JsonStringEnumMemberName("yellow")]
    Yellow,
#pragma warning restore CS1591
}
