using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// A label, a control, its help and its error, tied together for the eye and for a screen reader. The content is given
/// the attributes its control must carry: <c>&lt;InputText @attributes="field" @bind-Value="…" /&gt;</c> with
/// <c>Context="field"</c>.
/// </summary>
public sealed partial class Field<TValue> : ComponentBase, IDisposable
{
    private readonly string _id = $"field-{Guid.NewGuid():N}"[..14];
    private readonly Dictionary<string, object> _attributes = [];
    private FieldIdentifier _field;
    private EditContext? _watched;
    private List<string> _messages = [];

    [CascadingParameter]
    private EditContext? EditContext { get; set; }

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The model's member the field edits.</summary>
    [Parameter]
    [EditorRequired]
    public Expression<Func<TValue>> For { get; set; } = default!;

    /// <summary>Help on what to enter and what it is for. Stays visible beside an error.</summary>
    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public bool Optional { get; set; }

    [Parameter]
    public RenderFragment<IReadOnlyDictionary<string, object>>? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        _field = FieldIdentifier.Create(For);
        if (!ReferenceEquals(_watched, EditContext))
        {
            Unwatch();
            _watched = EditContext;
            if (_watched is not null)
                _watched.OnValidationStateChanged += OnValidationStateChanged;
        }

        Refresh();
    }

    public void Dispose() => Unwatch();

    private void Unwatch()
    {
        if (_watched is not null)
            _watched.OnValidationStateChanged -= OnValidationStateChanged;
    }

    private void OnValidationStateChanged(object? sender, ValidationStateChangedEventArgs e)
    {
        Refresh();
        StateHasChanged();
    }

    private void Refresh()
    {
        _messages = EditContext is null ? [] : [.. EditContext.GetValidationMessages(_field).Distinct()];
        _attributes["id"] = _id;
        var described = string.Join(
            ' ',
            new[] { _messages.Count > 0 ? $"{_id}-error" : null, Help is null ? null : $"{_id}-help" }.OfType<string>()
        );
        Put("aria-describedby", described);
        Put("aria-invalid", _messages.Count > 0 ? "true" : "");
    }

    private void Put(string name, string value)
    {
        if (value.Length > 0)
            _attributes[name] = value;
        else
            _attributes.Remove(name);
    }
}
