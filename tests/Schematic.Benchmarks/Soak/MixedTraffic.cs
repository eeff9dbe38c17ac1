using System.Globalization;
using System.Text;
using System.Text.Json;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Soak;

/// <summary>
/// A bit of everything that a server is asked, at a steady pace: by keys that it knows, and by keys, names and flags
/// that nobody has ever heard of.
/// </summary>
internal sealed class MixedTraffic(RawClient client, ConsoleVisitor visitor, int companies, int perSecond)
{
    private const int Clients = 8;

    // Fresh numbers for each run, as those of the other scenarios.
    private readonly int _firstNew = 100_000_000 + (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 1_000_000 * 1000);
    private readonly EventTraffic _events = new(client);
    private int _next = -1;
    private int _failed;

    public int Sent => _next + 1;

    public int Failed => _failed;

    public string? LastFailure { get; private set; }

    public Task RunAsync(string flag, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => ClientAsync(flag, stop))));

    // Whoever had to wait longer than a tick leaves those out that passed meanwhile.
    private async Task ClientAsync(string flag, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds((double)Clients / perSecond));
        while (await SoakCommand.TickAsync(timer, stop))
        {
            try
            {
                await SendAsync(Interlocked.Increment(ref _next), flag);
            }
            catch (Exception failure) when (failure is BenchmarkException or HttpRequestException)
            {
                Interlocked.Increment(ref _failed);
                LastFailure = failure.Message;
            }
        }
    }

    private Task SendAsync(int n, string flag)
    {
        var known = InventedCompany.At((int)((n + 1) * 7_368_787L % companies), DateTimeOffset.UtcNow);
        return (n % 20) switch
        {
            < 7 => CheckAsync(flag, known.Domain, Text($"user-{n % 5000}@example")),
            < 11 => CheckAsync(flag, Unheard(), Unheard()),
            11 => CheckAsync(Unheard(), known.Domain, Unheard()),
            12 => client.PostAsync("/flags/check", Company(known.Domain, Unheard())),
            13 => client.PostAsync(
                "/companies",
                InventedCompany.At(_firstNew + n, DateTimeOffset.UtcNow).ToUpsertBody()
            ),
            14 => client.PostAsync("/companies", known.SeenAgain(n, DateTimeOffset.UtcNow).ToUpsertBody()),
            15 => client.PostAsync("/users", User(known.Domain)),
            16 => n % 5 == 0 ? _events.SendBatchAsync(n) : client.PostAsync("/events", Event(known.Domain)),
            17 => client.GetAsync($"/companies/lookup?domain={known.Domain}"),
            18 => client.GetAsync($"/companies?limit=50{ListOf(n, known)}"),
            _ => visitor.VisitAsync(),
        };
    }

    private Task CheckAsync(string flag, string domain, string email) =>
        client.PostAsync($"/flags/{flag}/check", Company(domain, email));

    private static string ListOf(int n, InventedCompany known) =>
        (n / 20 % 4) switch
        {
            0 => "",
            1 => Text($"&offset={n % 5000}&sort_order_column=name"),
            2 => $"&q={Uri.EscapeDataString(known.Word)}",
            _ => $"&q={Unheard()}",
        };

    private static byte[] Company(string domain, string email) =>
        Encoding.UTF8.GetBytes($$$"""{"company":{"domain":"{{{domain}}}"},"user":{"email":"{{{email}}}"}}""");

    private static byte[] User(string domain) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                keys = new { email = Unheard() },
                company = new { domain },
                traits = new { plan = Unheard() },
            }
        );

    private static byte[] Event(string domain) =>
        Encoding.UTF8.GetBytes(
            $$$$"""{"event_type":"track","body":{"event":"{{{{Unheard()}}}}","company":{"domain":"{{{{domain}}}}"}}}"""
        );

    private static string Unheard() => Guid.NewGuid().ToString("n");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
