using Schematic.Contracts.Environments;

namespace Schematic.Dashboard.Environments;

internal static class EnvironmentTypes
{
    /// <summary>Choices, in the order in which they are listed everywhere.</summary>
    public static IReadOnlyList<EnvironmentType> All { get; } =
    [EnvironmentType.Production, EnvironmentType.Staging, EnvironmentType.Development];

    public static string Title(EnvironmentType type) => type is EnvironmentType.Unknown ? "Other" : type.ToString();
}
