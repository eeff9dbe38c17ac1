using System.Net.WebSockets;
using Schematic.Benchmarks.Load;
using Schematic.Testing.Circuits;

namespace Schematic.Benchmarks.Soak;

/// <summary>Pages that are opened one after the other, each cut a while later without a word.</summary>
internal sealed class CutCircuits : IDisposable
{
    private const int PerMinute = 200;
    private static readonly TimeSpan Open = TimeSpan.FromSeconds(5);

    private readonly HttpClient _visitor;
    private readonly string _page;
    private int _opened;

    public CutCircuits(Uri console, ConsoleVisitor visitor)
    {
        _page = visitor.Page;
        _visitor = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
        {
            BaseAddress = console,
            DefaultRequestHeaders = { { "Cookie", visitor.Cookie } },
        };
    }

    public int Opened => _opened;

    public async Task RunAsync(CancellationToken stop)
    {
        var cutting = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1) / PerMinute);
        while (await SoakCommand.TickAsync(timer, stop))
        {
            cutting.RemoveAll(static task => task.IsCompletedSuccessfully);
            cutting.Add(OpenAndCutAsync(stop));
        }

        await Task.WhenAll(cutting);
    }

    public void Dispose() => _visitor.Dispose();

    private async Task OpenAndCutAsync(CancellationToken stop)
    {
        try
        {
            using var circuit = await RawCircuit.OpenAsync(_visitor, _page, CancellationToken.None);
            Interlocked.Increment(ref _opened);
            await Task.Delay(Open, stop);
            if (!circuit.IsOpen)
                throw new BenchmarkException("A circuit was ended by the console.");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of the run cuts what is open.
        }
        catch (Exception failure) when (failure is HttpRequestException or WebSocketException)
        {
            throw new BenchmarkException($"A circuit could not be opened: {failure.Message}");
        }
    }
}
