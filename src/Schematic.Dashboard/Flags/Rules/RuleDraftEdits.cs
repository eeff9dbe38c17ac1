using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Edits of a rule's conditions and groups. Each returns another draft.</summary>
internal static class RuleDraftEdits
{
    public static RuleDraft Add(this RuleDraft rule, ConditionDraft condition) =>
        rule with
        {
            Conditions = [.. rule.Conditions, condition],
        };

    public static RuleDraft AddGroup(this RuleDraft rule, ConditionDraft first) =>
        rule with
        {
            Groups = [.. rule.Groups, new GroupDraft { Key = RuleDrafts.NewKey(), Conditions = [first] }],
        };

    public static RuleDraft AddTo(this RuleDraft rule, string groupKey, ConditionDraft condition) =>
        rule.ChangeGroup(groupKey, group => group with { Conditions = [.. group.Conditions, condition] });

    /// <summary>Changes a condition, in a group or not.</summary>
    public static RuleDraft Change(this RuleDraft rule, string conditionKey, CreateOrUpdateConditionRequestBody body)
    {
        return rule with
        {
            Conditions = Changed(rule.Conditions),
            Groups = [.. rule.Groups.Select(group => group with { Conditions = Changed(group.Conditions) })],
        };

        IReadOnlyList<ConditionDraft> Changed(IReadOnlyList<ConditionDraft> conditions) =>
            [.. conditions.Select(other => other.Key == conditionKey ? other with { Body = body } : other)];
    }

    /// <summary>Removes a condition, in a group or not. The group stays, even if empty.</summary>
    public static RuleDraft Remove(this RuleDraft rule, string conditionKey)
    {
        return rule with
        {
            Conditions = Without(rule.Conditions),
            Groups = [.. rule.Groups.Select(group => group with { Conditions = Without(group.Conditions) })],
        };

        IReadOnlyList<ConditionDraft> Without(IReadOnlyList<ConditionDraft> conditions) =>
            [.. conditions.Where(other => other.Key != conditionKey)];
    }

    public static RuleDraft RemoveGroup(this RuleDraft rule, string groupKey) =>
        rule with
        {
            Groups = [.. rule.Groups.Where(group => group.Key != groupKey)],
        };

    private static RuleDraft ChangeGroup(this RuleDraft rule, string groupKey, Func<GroupDraft, GroupDraft> change) =>
        rule with
        {
            Groups = [.. rule.Groups.Select(group => group.Key == groupKey ? change(group) : group)],
        };
}
