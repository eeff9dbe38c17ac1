using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>A search field that reports what was typed once the typing pauses, or at once on Enter.</summary>
public sealed partial class SearchBox : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource? _typing;
    private string _text = "";
    private string _reported = "";

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>Also the field's name.</summary>
    [Parameter]
    [EditorRequired]
    public string Placeholder { get; set; } = "";

    /// <summary>Navigate with <c>replace: true</c>: one history entry per search, not per letter.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<string> ValueChanged { get; set; }

    protected override void OnParametersSet()
    {
        // The address is the truth, but an answer that arrives late must not undo what was typed since.
        if (Value == _reported)
            return;
        _reported = Value;
        _text = Value;
    }

    public void Dispose()
    {
        _typing?.Cancel();
        _typing?.Dispose();
    }

    // Bound, not merely listened to: a bound field is not set back to the letter the server saw last while the next is
    // typed.
    private async Task OnInputAsync(string? text)
    {
        _text = text ?? "";
        _typing?.Cancel();
        _typing?.Dispose();
        _typing = new CancellationTokenSource();
        var token = _typing.Token;
        await Task.Delay(Pause, Time, token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!token.IsCancellationRequested)
            await ReportAsync();
    }

    private async Task OnChangeAsync(ChangeEventArgs e)
    {
        _text = e.Value as string ?? "";
        _typing?.Cancel();
        await ReportAsync();
    }

    private Task ReportAsync()
    {
        var text = _text.Trim();
        if (text == _reported)
            return Task.CompletedTask;
        _reported = text;
        return ValueChanged.InvokeAsync(text);
    }
}
