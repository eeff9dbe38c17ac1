using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Wire values: amber, blue, blueGray, blueGreen, cyan, emerald, fuchsia, gray, green, indigo, lightBlue, lime, orange, pink, purple, red, redOrange, rose, sky, slate, teal, trueGray, violet, warmGray, yellow. <c>Unknown</c> is a value a newer server sent.</summary>
public enum PlanIcon
{
    Unknown = 0,

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
}
