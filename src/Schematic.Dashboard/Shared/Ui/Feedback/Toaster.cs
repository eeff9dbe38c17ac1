namespace Schematic.Dashboard.Shared.Ui.Feedback;

/// <summary>Quiet news at the edge of the screen: what was done, with a link to it.</summary>
internal sealed class Toaster(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(6);
    private readonly List<Toast> _toasts = [];

    public event Action? Changed;

    public IReadOnlyList<Toast> Toasts => _toasts;

    /// <param name="text">A sentence in the past: "Acme was created."</param>
    public void Done(string text, string? linkText = null, string? url = null) =>
        Show(new Toast(Guid.NewGuid(), text, linkText, url, IsFailure: false));

    /// <summary>For a failure that has no place on the page. One that has belongs there.</summary>
    public void Failed(string text) => Show(new Toast(Guid.NewGuid(), text, null, null, IsFailure: true));

    public void Dismiss(Toast toast)
    {
        if (_toasts.Remove(toast))
            Changed?.Invoke();
    }

    private void Show(Toast toast)
    {
        // Said again, it stands there once.
        _toasts.RemoveAll(other => other.Text == toast.Text);
        _toasts.Add(toast);
        Changed?.Invoke();
        // A failure stays until it is read.
        if (!toast.IsFailure)
            _ = DismissLaterAsync(toast);
    }

    private async Task DismissLaterAsync(Toast toast)
    {
        await Task.Delay(Lifetime, time);
        Dismiss(toast);
    }
}
