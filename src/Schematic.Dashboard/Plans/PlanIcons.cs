using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Plans;

/// <summary>The colors by which plans are told apart.</summary>
internal static class PlanIcons
{
    /// <summary>Choices in the order of the rainbow, greys last.</summary>
    public static IReadOnlyList<PlanIcon> All { get; } =
    [
        PlanIcon.Red,
        PlanIcon.RedOrange,
        PlanIcon.Orange,
        PlanIcon.Amber,
        PlanIcon.Yellow,
        PlanIcon.Lime,
        PlanIcon.Green,
        PlanIcon.Emerald,
        PlanIcon.BlueGreen,
        PlanIcon.Teal,
        PlanIcon.Cyan,
        PlanIcon.Sky,
        PlanIcon.LightBlue,
        PlanIcon.Blue,
        PlanIcon.Indigo,
        PlanIcon.Violet,
        PlanIcon.Purple,
        PlanIcon.Fuchsia,
        PlanIcon.Pink,
        PlanIcon.Rose,
        PlanIcon.Slate,
        PlanIcon.BlueGray,
        PlanIcon.Gray,
        PlanIcon.TrueGray,
        PlanIcon.WarmGray,
    ];

    /// <summary>The color's name: "Light blue".</summary>
    public static string Title(PlanIcon icon)
    {
        var words = string.Concat(
            WireEnum<PlanIcon>
                .ToWire(icon)
                .Select(static letter =>
                    char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"
                )
        );
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string CssClass(PlanIcon icon) => $"plan-icon plan-icon-{WireEnum<PlanIcon>.ToWire(icon)}";
}
