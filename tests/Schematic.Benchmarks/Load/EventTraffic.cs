using System.Globalization;
using System.Text;

namespace Schematic.Benchmarks.Load;

/// <summary>Tracks of a thousand companies and three thousand users under five names.</summary>
internal sealed class EventTraffic(RawClient client)
{
    public const int BatchSize = 100;

    /// <summary>Clients that together send as many batches as the server takes.</summary>
    public const int Clients = 16;

    private const int Companies = 1000;

    public Task SendBatchAsync(int n)
    {
        var json = new StringBuilder("{\"events\":[");
        for (var i = 0; i < BatchSize; i++)
            json.Append(i == 0 ? "" : ",").Append(One((n * BatchSize) + i));
        return client.PostAsync("/event-batch", Encoding.UTF8.GetBytes(json.Append("]}").ToString()));
    }

    /// <returns>One event, as JSON.</returns>
    public static string One(int n)
    {
        var (company, user) = (n * 7919L % Companies, n * 104729L % (3 * Companies));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"event_type":"track","body":{"event":"event-{{n % 5}}","company":{"domain":"company-{{company}}.example"},
            "user":{"email":"user-{{user}}@example"},"quantity":{{1 + (n % 9)}} } }
            """
        );
    }

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
