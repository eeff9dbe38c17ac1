using System.Text.Json.Serialization;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Flags;

/// <summary>Whether a flag's own rules ask anything of anybody.</summary>
public enum FlagMode
{
    [JsonStringEnumMemberName("rules")]
    ByRule = 1,

    [JsonStringEnumMemberName("on")]
    AlwaysOn,

    [JsonStringEnumMemberName("off")]
    AlwaysOff,
}

internal static class FlagModes
{
    public static IReadOnlyList<FlagMode> All { get; } = [FlagMode.AlwaysOn, FlagMode.AlwaysOff, FlagMode.ByRule];

    public static string Title(FlagMode mode) =>
        mode switch
        {
            FlagMode.AlwaysOn => "Always on",
            FlagMode.AlwaysOff => "Always off",
            _ => "By rule",
        };

    /// <summary>The tone of its badge.</summary>
    public static string Tone(FlagMode mode) =>
        mode switch
        {
            FlagMode.AlwaysOn => "success",
            FlagMode.ByRule => "accent",
            _ => "neutral",
        };

    /// <summary>
    /// As far as its rules go: plans and overrides of its feature may say otherwise for their companies.
    /// </summary>
    public static FlagMode GetMode(FlagDetailResponseData flag)
    {
        // The tiers in the order they are tried; the first verdict of each rule that always matches ends it.
        var ordered = RuleTiers.All.SelectMany(tier =>
            RuleTiers.InOrder(flag.Rules.Where(rule => rule.RuleType == tier), static rule => rule.Priority)
        );
        bool? verdict = null;
        foreach (var rule in ordered)
        {
            var always =
                RuleTiers.AlwaysMatches(rule.RuleType) || rule.Conditions.Count + rule.ConditionGroups.Count == 0;
            if (verdict is { } sofar && sofar != rule.Value)
                return FlagMode.ByRule;
            verdict = rule.Value;
            if (always)
                return rule.Value ? FlagMode.AlwaysOn : FlagMode.AlwaysOff;
        }

        return verdict is { } all && all != flag.DefaultValue ? FlagMode.ByRule
            : flag.DefaultValue ? FlagMode.AlwaysOn
            : FlagMode.AlwaysOff;
    }
}
