using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// One circuit among <see cref="OpenCircuits"/>, for as long as it has a browser: beyond the limit it is refused, and
/// when its session ends so does it.
/// </summary>
internal sealed partial class CircuitLimit(
    OpenCircuits circuits,
    AuthenticationStateProvider authentication,
    IJSRuntime script,
    ILogger<CircuitLimit> log
) : CircuitHandler, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private IDisposable? _page;

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var visitor = (await authentication.GetAuthenticationStateAsync()).User;
        // Nobody's circuit shows nothing but the way to the sign-in page.
        if (SignedInMember.FromPrincipal(visitor) is not { } member)
            return;
        var address = CircuitGate.AddressOf(visitor);
        _page?.Dispose();
        _page = circuits.TryOpen(member, address, End);
        if (_page is not null)
            return;
        Log.TooMany(log, member.Id, address);
        await TellAsync();
        throw new InvalidOperationException("Too many pages are open.");
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _page?.Dispose();
        _page = null;
    }

    private void End() => ((SessionAuthenticationStateProvider)authentication).End();

    // The circuit ends with an error in any case; this is so that its page says which.
    private async Task TellAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await script.InvokeVoidAsync("schematic.tooManyPages", patience.Token);
        }
        catch (Exception failure) when (failure is JSException or JSDisconnectedException or OperationCanceledException)
        {
            Log.NotTold(log, failure.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A page of {Member} at {Address} was refused: too many are open.")]
        public static partial void TooMany(ILogger logger, string member, string address);

        [LoggerMessage(2, LogLevel.Debug, "A page was refused without a word: {Reason}")]
        public static partial void NotTold(ILogger logger, string reason);
    }
}
