using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>One rule: a sentence, and opened the fields behind it. Drawn anew only when something of it has changed.</summary>
public sealed partial class RuleCard : ComponentBase
{
    private readonly Dictionary<string, ConditionRow> _rows = [];
    private readonly Dictionary<string, ElementReference> _addAlternative = [];
    private object? _drawn;
    private bool _mustDraw;
    private string _sentence = "";
    private Func<ValueTask>? _refocus;
    private ElementReference _toggle;
    private ElementReference _up;
    private ElementReference _down;
    private ElementReference _name;
    private ElementReference _addCondition;
    private ElementReference _addGroup;

    [Parameter]
    [EditorRequired]
    public RuleDraft Rule { get; set; } = default!;

    /// <summary>Among those of its tier, from 0.</summary>
    [Parameter]
    [EditorRequired]
    public int Place { get; set; }

    /// <summary>How many its tier has.</summary>
    [Parameter]
    [EditorRequired]
    public int Count { get; set; }

    [Parameter]
    [EditorRequired]
    public RuleEditor Editor { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    /// <summary>Changes when names were learnt.</summary>
    [Parameter]
    public int VocabularyVersion { get; set; }

    [Parameter]
    public bool IsEditable { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    /// <summary>Another rule is dragged over it.</summary>
    [Parameter]
    public bool IsDropTarget { get; set; }

    /// <summary>The same array as long as they are the same.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<string> Warnings { get; set; } = [];

    [Parameter]
    public RuleRefusal? Refusal { get; set; }

    [Parameter]
    public EventCallback<string?> Dragged { get; set; }

    [Parameter]
    public EventCallback<string?> DraggedOver { get; set; }

    [Parameter]
    public EventCallback<string> Dropped { get; set; }

    [Parameter]
    public EventCallback<RuleDraft> Duplicated { get; set; }

    [Parameter]
    public EventCallback<RuleDraft> Deleted { get; set; }

    /// <summary>Where it is now, for a screen reader.</summary>
    [Parameter]
    public EventCallback<string> Moved { get; set; }

    private string? NameError => Refusal is { ConditionKey: null, Field: "name" } refusal ? refusal.Message : null;

    protected override void OnParametersSet()
    {
        var state = (Rule, Place, Count, IsEditable, IsOpen, IsDropTarget, Warnings, Refusal, VocabularyVersion);
        if (state.Equals(_drawn))
            return;
        // The first time it is drawn unasked. Told to draw once more, it would show what was before an edit while the edit is on its way.
        _mustDraw = _drawn is not null;
        _drawn = state;
        _sentence = RuleSentence.For(Rule, Vocabulary);
    }

    protected override bool ShouldRender()
    {
        var must = _mustDraw;
        _mustDraw = false;
        return must;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // An element that is moved in the page or taken out of it takes the focus along.
        if (_refocus is not { } refocus)
            return;
        _refocus = null;
        await refocus();
    }

    /// <summary>Where one goes on with it: at what was refused, at its name, or closed at the rule itself.</summary>
    public ValueTask FocusAsync() =>
        Refusal?.ConditionKey is { } key && _rows.TryGetValue(key, out var row)
            ? row.FocusAsync()
            : (IsOpen ? _name : _toggle).FocusAsync();

    private string Id(string part) => $"{part}-{Rule.Key}";

    private async Task MoveAsync(int step)
    {
        if (Place + step < 0 || Place + step >= Count)
            return;
        _refocus = () => (step < 0 ? _up : _down).FocusAsync();
        Editor.Move(Rule.Key, Place + step);
        await Moved.InvokeAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Rule.Name} is now rule {Place + 1} of {Count}.")
        );
    }

    private async Task EndDragAsync()
    {
        await Dragged.InvokeAsync(null);
        await DraggedOver.InvokeAsync(null);
    }

    // With each letter; trimmed only once the field is left: a space between two words is typed before the second.
    private void Rename(string? name)
    {
        if (name != Rule.Name)
            Editor.Change(Rule with { Name = name ?? "" });
    }

    private RuleRefusal? RefusalOf(ConditionDraft condition) => Refusal?.ConditionKey == condition.Key ? Refusal : null;

    private void AddCondition() => Editor.Change(Rule with { Conditions = [.. Rule.Conditions, NewCondition()] });

    private void AddGroup() =>
        Editor.Change(
            Rule with
            {
                Groups = [.. Rule.Groups, new GroupDraft { Key = RuleDrafts.NewKey(), Conditions = [NewCondition()] }],
            }
        );

    private void AddTo(GroupDraft group) => Put(group, [.. group.Conditions, NewCondition()]);

    private ConditionDraft NewCondition()
    {
        var condition = Conditions.New();
        _refocus = () => _rows[condition.Key].FocusAsync();
        return condition;
    }

    private void Put(ConditionDraft condition, CreateOrUpdateConditionRequestBody body) =>
        Editor.Change(
            Rule with
            {
                Conditions =
                [
                    .. Rule.Conditions.Select(other => other.Key == condition.Key ? other with { Body = body } : other),
                ],
            }
        );

    private void Put(GroupDraft group, ConditionDraft condition, CreateOrUpdateConditionRequestBody body) =>
        Put(
            group,
            [.. group.Conditions.Select(other => other.Key == condition.Key ? other with { Body = body } : other)]
        );

    private void Remove(ConditionDraft condition)
    {
        RefocusBeside(condition, Rule.Conditions, _addCondition);
        Editor.Change(Rule with { Conditions = [.. Rule.Conditions.Where(other => other.Key != condition.Key)] });
    }

    private void Remove(GroupDraft group, ConditionDraft condition)
    {
        RefocusBeside(condition, group.Conditions, _addAlternative[group.Key]);
        Put(group, [.. group.Conditions.Where(other => other.Key != condition.Key)]);
    }

    private void Remove(GroupDraft group, MouseEventArgs click)
    {
        if (click.IsSecondOfTwo())
            return;
        _refocus = () => _addGroup.FocusAsync();
        Editor.Change(Rule with { Groups = [.. Rule.Groups.Where(other => other.Key != group.Key)] });
    }

    private void RefocusBeside(ConditionDraft removed, IReadOnlyList<ConditionDraft> conditions, ElementReference last)
    {
        var next = conditions.NeighbourOf(removed);
        _refocus = () => next is null ? last.FocusAsync() : _rows[next.Key].FocusAsync();
    }

    private void Put(GroupDraft group, IReadOnlyList<ConditionDraft> conditions) =>
        Editor.Change(
            Rule with
            {
                Groups =
                [
                    .. Rule.Groups.Select(other =>
                        other.Key == group.Key ? other with { Conditions = conditions } : other
                    ),
                ],
            }
        );
}
