using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// The open dialogs of a page, one above the other, drawn by <see cref="DialogHost"/>. All of them end when the address
/// changes.
/// </summary>
public sealed class DialogService : IDisposable
{
    private readonly NavigationManager _navigation;
    private readonly List<OpenDialog> _open = [];

    public DialogService(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += OnLocationChanged;
    }

    /// <summary>Raised when a dialog was opened or closed.</summary>
    public event Action? Changed;

    /// <summary>The topmost comes last.</summary>
    internal IReadOnlyList<OpenDialog> Open => _open;

    public void Dispose() => _navigation.LocationChanged -= OnLocationChanged;

    /// <summary>Closes the topmost dialog.</summary>
    /// <param name="result">Handed to who opened it.</param>
    public void Close(object? result = null)
    {
        if (_open.Count == 0)
            return;
        var top = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        Changed?.Invoke();
        top.Answer.SetResult(result);
    }

    /// <summary>Returns what the dialog is closed with; null for Esc and for a change of the address.</summary>
    internal Task<object?> OpenAsync(OpenDialog dialog)
    {
        _open.Add(dialog);
        Changed?.Invoke();
        return dialog.Answer.Task;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        while (_open.Count > 0)
            Close();
    }
}
