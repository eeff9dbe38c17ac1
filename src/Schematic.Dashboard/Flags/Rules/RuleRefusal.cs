using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A mistake in a draft, found by the console or the API, and its place.</summary>
/// <param name="RuleKey">Key of the rule; null if no rule is named.</param>
/// <param name="ConditionKey">Key of the condition; null if it is about the rule itself.</param>
/// <param name="Field">Wire name of the field; empty if none is named.</param>
/// <param name="Message">A sentence.</param>
public sealed record RuleRefusal(string? RuleKey, string? ConditionKey, string Field, string Message)
{
    /// <param name="sent">The rules that were sent.</param>
    internal static RuleRefusal FromFailure(GatewayException refused, IReadOnlyList<RuleDraft> sent)
    {
        var path = FieldPath.Parse(refused.Field);
        if (path is not [{ Name: "rules", Index: { } index }, .. var rest] || index >= sent.Count)
            return new(null, null, "", refused.Message);
        var rule = sent[index];
        var conditions = rule.Conditions;
        if (rest is [{ Name: "condition_groups", Index: { } group }, .. var inGroup])
            (conditions, rest) = (rule.Groups.ElementAtOrDefault(group)?.Conditions ?? [], inGroup);
        ConditionDraft? condition = null;
        if (rest is [{ Name: "conditions", Index: { } place }, .. var inCondition])
            (condition, rest) = (conditions.ElementAtOrDefault(place), inCondition);
        return new(
            rule.Key,
            condition?.Key,
            rest is [var field, ..] ? field.Name : "",
            GetText(refused.Message, refused.Field!, rule)
        );
    }

    // The API names the place in its sentence too. Here it is shown there.
    private static string GetText(string message, string path, RuleDraft rule)
    {
        var text = FieldPath.WithoutPath(message, path);
        text = FieldPath.WithoutPath(text, $" (rule \"{rule.Name}\")").TrimStart(':', ' ');
        return text.Length == 0 ? message : FieldPath.Capitalize(text);
    }
}
