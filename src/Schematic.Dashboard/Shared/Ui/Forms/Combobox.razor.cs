using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>A field that finds one of many by any part of its name or key, and chooses it.</summary>
public sealed partial class Combobox : CancellableComponent
{
    private const int LongestDetail = 120;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private PageLoader<IReadOnlyList<ComboboxOption>> _found = default!;
    private CancellationTokenSource? _typing;
    private string _text = "";
    private string? _shown;
    private string? _answered;

    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Name of the field.</summary>
    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "";

    /// <summary>The text of what is chosen; empty for nothing.</summary>
    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Finds the choices for what was typed; for nothing, the first there are.</summary>
    [Parameter]
    [EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<ComboboxOption>>> Search { get; set; } = default!;

    /// <summary>Raised with the choice; with null where the field is emptied.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<ComboboxOption?> Chosen { get; set; }

    /// <summary>Raised with what is typed and not chosen yet.</summary>
    [Parameter]
    public EventCallback<string> Typed { get; set; }

    /// <summary>True if the element <c>{Id}-error</c> says what is wrong.</summary>
    [Parameter]
    public bool IsInvalid { get; set; }

    private string ListId => $"{Id}-list";

    private string Note =>
        _found.State switch
        {
            { Failure: { } failure } => failure.Message,
            { HasValue: true, IsBusy: false, Value.Count: 0 } => "Nothing matches.",
            { HasValue: false } => "Searching…",
            _ => "",
        };

    protected override void OnInitialized() =>
        _found = Own(new PageLoader<IReadOnlyList<ComboboxOption>>(OnFound, Time));

    protected override void OnParametersSet()
    {
        if (Text == _shown)
            return;
        (_shown, _text) = (Text, Text);
    }

    protected override void Dispose(bool disposing)
    {
        StopTyping();
        base.Dispose(disposing);
    }

    // Whoever comes back to change the choice sees them all again.
    private Task OpenAsync() => FindAsync(_text == _shown ? "" : _text);

    private async Task OnInputAsync(string? text)
    {
        _text = text ?? "";
        StopTyping();
        if (_text.Length == 0)
        {
            await ClearAsync();
            return;
        }

        _typing = new();
        var token = _typing.Token;
        await Typed.InvokeAsync(_text);
        await Task.Delay(Pause, Time, token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!token.IsCancellationRequested)
            await FindAsync(_text);
    }

    private Task FindAsync(string text)
    {
        var trimmed = text.Trim();
        return _found.LoadAsync(trimmed, cancellationToken => Search(trimmed, cancellationToken));
    }

    private void OnFound()
    {
        if (!_found.State.IsBusy)
            _answered = _text.Trim();
        StateHasChanged();
    }

    private Task ChooseAsync(ComboboxOption option)
    {
        StopTyping();
        (_shown, _text) = (option.Title, option.Title);
        return Chosen.InvokeAsync(option);
    }

    private async Task ClearAsync()
    {
        StopTyping();
        (_shown, _text) = ("", "");
        await Chosen.InvokeAsync(null);
        await FindAsync("");
    }

    private void StopTyping()
    {
        _typing?.Cancel();
        _typing?.Dispose();
        _typing = null;
    }
}
