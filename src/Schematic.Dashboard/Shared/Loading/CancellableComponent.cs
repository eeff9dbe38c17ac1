using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Loading;

/// <summary>
/// A component with calls of its own: they are cancelled, and its loaders disposed, when it leaves the screen.
/// </summary>
public abstract class CancellableComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly List<IDisposable> _owned = [];
    private bool _isDisposed;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    /// <summary>Cancelled when the component is removed. Capture it in a local before awaiting.</summary>
    protected CancellationToken Closing => _closing.Token;

    protected PageLoader<T> NewLoader<T>() => Own(new PageLoader<T>(StateHasChanged, Time));

    /// <summary>Disposes <paramref name="owned"/> together with the component.</summary>
    protected TOwned Own<TOwned>(TOwned owned)
        where TOwned : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
            return;
        _isDisposed = true;
        _closing.Cancel();
        _closing.Dispose();
        foreach (var owned in _owned)
            owned.Dispose();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}
