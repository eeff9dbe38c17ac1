using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// A row of fields that edits one condition: type, subject, comparison, value. Each narrows the next.
/// </summary>
public sealed partial class ConditionRow : ComponentBase
{
    private const int ShownIds = 8;

    private readonly Dictionary<ConditionType, CreateOrUpdateConditionRequestBody> _left = [];
    private object? _drawn;
    private bool _mustDraw;
    private bool _mustRefocus;
    private ElementReference _type;
    private ElementReference _choose;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ConditionDraft Condition { get; set; } = default!;

    /// <summary>Names the condition for screen readers.</summary>
    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    /// <summary>Changes when the vocabulary has learnt names.</summary>
    [Parameter]
    public int VocabularyVersion { get; set; }

    [Parameter]
    public RuleRefusal? Refusal { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback<CreateOrUpdateConditionRequestBody> Changed { get; set; }

    /// <summary>
    /// A change of this callback does not render the row: it changes with every other condition of the rule.
    /// </summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Removed { get; set; }

    private string PeriodValue =>
        Condition.Body switch
        {
            { MetricPeriod: null or MetricPeriod.AllTime or MetricPeriod.Unknown } => "",
            { MetricPeriod: MetricPeriod.CurrentMonth, MetricPeriodMonthReset: MetricPeriodMonthReset.BillingCycle } =>
                "current_month billing_cycle",
            { MetricPeriod: { } period } => WireEnum<MetricPeriod>.ToWire(period),
        };

    // Traits of the same entity; events are counted for the company.
    private IEnumerable<EntityTraitDefinitionResponseData> Comparable
    {
        get
        {
            var entity = Vocabulary.TraitOf(Condition.Body.TraitId)?.EntityType ?? EntityType.Company;
            return Vocabulary.Traits.Where(other => other.EntityType == entity && other.Id != Condition.Body.TraitId);
        }
    }

    protected override void OnParametersSet()
    {
        var state = (Condition, Label, Refusal, VocabularyVersion);
        if (state.Equals(_drawn))
            return;
        // The first rendering happens by itself. Another one would show the old value while an edit is on its way.
        _mustDraw = _drawn is not null;
        _drawn = state;
    }

    protected override bool ShouldRender()
    {
        var must = _mustDraw;
        _mustDraw = false;
        return must;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_mustRefocus)
            return;
        _mustRefocus = false;
        await _choose.FocusAsync();
    }

    public ValueTask FocusAsync() => _type.FocusAsync();

    private string Id(string part) => $"{part}-{Condition.Key}";

    private string? Invalid(string field) => Refusal?.Field == field ? "true" : null;

    private static string? Text(ChangeEventArgs e) => Text(e.Value as string);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private Task Change(CreateOrUpdateConditionRequestBody body) => Changed.InvokeAsync(body);

    private Task RemoveAsync(string id)
    {
        _mustRefocus = true;
        return Change(
            Condition.Body with
            {
                ResourceIds = [.. Condition.Body.ResourceIds.Where(other => other != id)],
            }
        );
    }

    // The keyboard passes through the types in between: coming back restores what was there.
    private Task OnTypeChanged(string? value)
    {
        if (!WireEnum<ConditionType>.TryParse(value ?? "", out var type))
            return Task.CompletedTask;
        _left[Condition.Body.ConditionType] = Condition.Body;
        return Change(
            _left.TryGetValue(type, out var left)
                ? left with
                {
                    Id = Condition.Body.Id,
                    Extra = Condition.Body.Extra,
                }
                : Conditions.As(Condition.Body, type)
        );
    }

    private Task OnOperatorChanged(string? value) =>
        WireEnum<ComparableOperator>.TryParse(value ?? "", out var comparison)
            ? Change(Conditions.With(Condition.Body, comparison))
            : Task.CompletedTask;

    private Task OnTraitChanged(string? value)
    {
        var id = Text(value);
        var type = Vocabulary.TypeOf(id);
        var body = Condition.Body with { TraitId = id, ComparisonTraitId = null };
        // A value of another type would mean nothing.
        if (type != Vocabulary.TypeOf(Condition.Body.TraitId) || Condition.Body.TraitId is null)
            body = body with { TraitValue = type == TraitType.Boolean ? "true" : "" };
        if (!Conditions.Operators(ConditionType.Trait, type, ComparableOperator.Eq).Contains(body.Operator))
            body = body with { Operator = ComparableOperator.Eq };
        return Change(body);
    }

    private Task OnEventTyped(string? name) =>
        name == Condition.Body.EventSubtype
            ? Task.CompletedTask
            : Change(Condition.Body with { EventSubtype = name is "" ? null : name });

    private Task OnPeriodChanged(string? value)
    {
        var parts = (value ?? "").Split(' ');
        return Change(
            Condition.Body with
            {
                MetricPeriod = WireEnum<MetricPeriod>.TryParse(parts[0], out var period) ? period : null,
                MetricPeriodMonthReset =
                    parts.Length > 1 ? MetricPeriodMonthReset.BillingCycle
                    : period == MetricPeriod.CurrentMonth ? MetricPeriodMonthReset.FirstOfMonth
                    : null,
            }
        );
    }

    private Task OnComparisonChanged(string? value) =>
        Change(
            Text(value) is { } trait
                ? Condition.Body with
                {
                    ComparisonTraitId = trait,
                    TraitValue = null,
                    MetricValue = null,
                }
                : Condition.Body with
                {
                    ComparisonTraitId = null,
                    TraitValue = Condition.Body.ConditionType == ConditionType.Trait ? "" : null,
                }
        );

    private Task OnNumberChanged(ChangeEventArgs e) =>
        Change(
            Condition.Body with
            {
                MetricValue = long.TryParse(
                    e.Value as string,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : null,
            }
        );

    private Task OnCostChanged(ChangeEventArgs e) =>
        Change(
            Condition.Body with
            {
                CreditCost = double.TryParse(
                    e.Value as string,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var cost
                )
                    ? new Optional<double?>(cost)
                    : default,
            }
        );

    private async Task ChooseAsync()
    {
        var type = Condition.Body.ConditionType;
        var chosen = await Dialogs.OpenFormAsync<ResourcePicker, IReadOnlyList<string>>(
            $"Choose {Conditions.Plural(type)}",
            new()
            {
                [nameof(ResourcePicker.Type)] = type,
                [nameof(ResourcePicker.Chosen)] = Condition.Body.ResourceIds,
                [nameof(ResourcePicker.Vocabulary)] = Vocabulary,
            }
        );
        if (chosen is not null)
            await Change(Condition.Body with { ResourceIds = chosen });
    }
}
