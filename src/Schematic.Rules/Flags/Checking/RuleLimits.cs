namespace Schematic.Rules.Flags.Checking;

/// <summary>How much a flag may hold; from the published API description.</summary>
public static class RuleLimits
{
    public const int Rules = 100;
    public const int ConditionsPerRule = 100;
    public const int GroupsPerRule = 100;
    public const int ConditionsPerGroup = 100;
    public const int ResourceIds = 1_000;
}
