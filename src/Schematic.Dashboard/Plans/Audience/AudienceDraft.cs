using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Plans.Audience;

/// <summary>
/// Converts the audience of a plan to the rule that its conditions are edited as, and back. An audience that is opened
/// and saved untouched is sent as received.
/// </summary>
internal static class AudienceDraft
{
    private const string NewKey = "audience";

    /// <summary>An audience that nobody has chosen yet.</summary>
    public static RuleDraft Empty { get; } =
        new()
        {
            Key = NewKey,
            Tier = RuleType.Standard,
            Value = true,
        };

    public static RuleDraft FromContract(PlanAudienceResponseData? audience) =>
        audience is null ? Empty : RuleDrafts.FromContract([ToRule(audience)])[0];

    public static PlanAudienceRequestBody ToContract(RuleDraft draft)
    {
        var rule = RuleDrafts.ToContract(draft);
        return new() { Conditions = rule.Conditions, ConditionGroups = rule.ConditionGroups };
    }

    /// <summary>Conditions that the rule's vocabulary learns names and traits from.</summary>
    public static RuleDetailResponseData ToRule(PlanAudienceResponseData audience) =>
        new()
        {
            Id = audience.Id,
            EnvironmentId = audience.EnvironmentId,
            Name = "",
            Priority = 0,
            RuleType = RuleType.Standard,
            Value = true,
            Conditions = audience.Conditions,
            ConditionGroups = audience.ConditionGroups,
            CreatedAt = audience.CreatedAt,
            UpdatedAt = audience.UpdatedAt,
        };

    /// <summary>False where it says nothing: an audience of all companies is never meant.</summary>
    public static bool HasConditions(RuleDraft draft) => draft.AllConditions.Any();

    /// <summary>The first mistake that the API would refuse; null if there is none.</summary>
    public static RuleRefusal? FindMistake(RuleDraft draft) =>
        draft
            .AllConditions.Select(condition =>
                Conditions.FindMissing(condition.Body) is { } missing
                    ? new RuleRefusal(draft.Key, condition.Key, missing.Field, missing.Message)
                    : null
            )
            .FirstOrDefault(static mistake => mistake is not null);

    /// <summary>The condition that the API refused; null if its refusal names none.</summary>
    public static RuleRefusal? FindRefused(GatewayException refused, RuleDraft sent)
    {
        var path = FieldPath.Parse(refused.Field);
        var conditions = sent.Conditions;
        if (path is [{ Name: "condition_groups", Index: { } group }, .. var inGroup])
            (conditions, path) = (sent.Groups.ElementAtOrDefault(group)?.Conditions ?? [], inGroup);
        if (path is not [{ Name: "conditions", Index: { } place }, .. var rest])
            return null;
        if (conditions.ElementAtOrDefault(place) is not { } condition)
            return null;
        var text = FieldPath.WithoutPath(refused.Message, refused.Field!).TrimStart(':', ' ');
        return new(
            sent.Key,
            condition.Key,
            rest is [var field, ..] ? field.Name : "",
            text.Length == 0 ? refused.Message : FieldPath.Capitalize(text)
        );
    }

    /// <summary>Restates an audience: "Companies get Pro when company trait seats is at least 5."</summary>
    public static string Sentence(RuleDraft draft, string planName, RuleVocabulary words)
    {
        const string On = "On ";
        if (!HasConditions(draft))
            return $"No company gets {planName} automatically.";
        var rule = RuleSentence.For(draft, words);
        return $"Companies get {planName} {(rule.StartsWith(On, StringComparison.Ordinal) ? rule[On.Length..] : rule)}";
    }
}
