using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The fields of an open rule: its name, its answer, its conditions and groups.</summary>
public sealed partial class RuleFields : RulePart
{
    private readonly Dictionary<string, ConditionRow> _rows = [];
    private readonly Dictionary<string, ElementReference> _addAlternative = [];
    private ElementReference _name;
    private ElementReference _addCondition;
    private ElementReference _addGroup;

    /// <summary>Moves the focus to the refused condition, or else to the name.</summary>
    public ValueTask FocusAsync() =>
        View.Refusal?.ConditionKey is { } key && _rows.TryGetValue(key, out var row)
            ? row.FocusAsync()
            : _name.FocusAsync();

    // With each letter; trimmed only once the field is left: a space between two words is typed before the second.
    private void Rename(string? name)
    {
        if (name != Rule.Name)
            Editor.Change(Rule with { Name = name ?? "" });
    }

    private RuleRefusal? RefusalOf(ConditionDraft condition) =>
        View.Refusal?.ConditionKey == condition.Key ? View.Refusal : null;

    private void AddCondition() => Editor.Change(Rule.Add(NewCondition()));

    private void AddGroup() => Editor.Change(Rule.AddGroup(NewCondition()));

    private void AddTo(GroupDraft group) => Editor.Change(Rule.AddTo(group.Key, NewCondition()));

    private ConditionDraft NewCondition()
    {
        var condition = Conditions.New();
        RefocusAfterRender(() => _rows[condition.Key].FocusAsync());
        return condition;
    }

    private void Remove(ConditionDraft condition, IReadOnlyList<ConditionDraft> beside, ElementReference add)
    {
        var next = beside.NeighbourOf(condition);
        RefocusAfterRender(() => next is null ? add.FocusAsync() : _rows[next.Key].FocusAsync());
        Editor.Change(Rule.Remove(condition.Key));
    }

    private void RemoveGroup(GroupDraft group, MouseEventArgs click)
    {
        if (click.IsSecondOfTwo())
            return;
        RefocusAfterRender(() => _addGroup.FocusAsync());
        Editor.Change(Rule.RemoveGroup(group.Key));
    }
}
