using System.Globalization;
using System.Text;
using System.Text.Json;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Plans;

/// <summary>
/// Checks of all of a hundred flags, sixty of them decided by plans, add-ons and overrides, for 2,000 companies; turn
/// by turn with an endpoint that sends the same bytes.
/// </summary>
internal sealed class PlanChecks(StoreOptions options, GrowthTable table)
{
    private const int Companies = 2_000;
    private const int Flags = 100;
    private const int Given = 60;
    private const int Plans = 4;
    private const int EventsOfCompany = 5;
    private const int BatchSize = 100;
    private const int Clients = 16;
    private const int Rounds = 5;
    private const double MinOfSame = 0.5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    private readonly byte[][] _bodies =
    [
        .. Enumerable
            .Range(0, Companies)
            .Select(static number => Body(InventedCompany.At(number, DateTimeOffset.UtcNow).Domain)),
    ];

    public async Task RunAsync()
    {
        var store = await StoreBeside.RenewAsync(options, "plan-checks", Companies);
        await FillAsync(store);
        await using var server = await GrowthCommand.StartAsync(store);
        using var client = new RawClient(server.Address);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await AnswerAsync(server));
        var address = LoadCommand.FreeAddress();
        await using var same = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Benchmarks.dll"),
            ["empty", address.ToString(), file],
            address
        );
        using var other = new RawClient(same.Address);
        await MeasureAsync(server, client, other, new FileInfo(file).Length);
        File.Delete(file);
    }

    private async Task MeasureAsync(ServerProcess server, RawClient client, RawClient other, long bytes)
    {
        Task CheckAsync(int n) => client.PostAsync("/flags/check", _bodies[n % Companies]);
        Task SameAsync(int n) => other.PostAsync("/same", _bodies[n % Companies]);
        await TakeAsync(WarmUp, CheckAsync);
        await TakeAsync(WarmUp, SameAsync);
        var turns = new List<(double PerSecond, double OfOther)>();
        var (used, count) = (TimeSpan.Zero, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var before = server.ProcessorTime;
            var mine = await TakeAsync(Turn, CheckAsync);
            used += server.ProcessorTime - before;
            count += mine.Count;
            turns.Add((mine.PerSecond, (await TakeAsync(Turn, SameAsync)).PerSecond));
        }

        var median = turns.OrderBy(static turn => turn.PerSecond / turn.OfOther).ElementAt(Rounds / 2);
        table.AtLeast(
            $"checks of {Flags} flags, {Given} of them given by plans and overrides, against the same bytes",
            Text($"{Companies:N0} companies"),
            MinOfSame,
            median.PerSecond / median.OfOther,
            "×",
            Text(
                $"{median.PerSecond:N0} of {median.OfOther:N0} a second, {bytes:N0} bytes, {(used / count).TotalMicroseconds:0} µs of processor each"
            )
        );
    }

    private async Task FillAsync(StoreOptions store)
    {
        await using var server = await InProcessServer.StartAsync(store);
        using var client = new JsonClient(server.Http.BaseAddress!);
        using var flags = new GrowingFlags(server.Http.BaseAddress!);
        await flags.GrowToAsync(Flags - Given);
        var catalog = new SoldCatalog(client);
        await catalog.AddFeaturesAsync(Given);
        var seeding = new PlanSeeding(server);
        for (var i = 0; i < Plans; i++)
            await seeding.AssignAsync(
                (await catalog.AddPlanAsync($"Plan {i}", catalog.Features)).VersionId,
                1,
                Companies,
                i,
                Plans
            );
        var addOn = await catalog.AddPlanAsync("Add-on", catalog.Features.Take(Given / 3), "add_on");
        await seeding.AssignAsync(addOn.VersionId, 1, Companies, 0, 3);
        foreach (var (index, feature) in catalog.Features.Where(static one => one.Kind == "numeric").Take(5).Index())
            await seeding.OverrideAsync(feature, Companies, 3 + index);
        await seeding.AnalyzeAsync();
        await UseAsync(client, [.. catalog.Features.Select(static one => one.Event).OfType<string>()]);
    }

    private static async Task UseAsync(JsonClient client, IReadOnlyList<string> events)
    {
        for (var first = 0; first < Companies * EventsOfCompany; first += BatchSize)
            await client.SendAsync(
                HttpMethod.Post,
                "/event-batch",
                new
                {
                    events = Enumerable
                        .Range(first, BatchSize)
                        .Select(n => new
                        {
                            event_type = "track",
                            body = new
                            {
                                @event = events[n * 7 % events.Count],
                                company = new
                                {
                                    domain = InventedCompany.At(n / EventsOfCompany, DateTimeOffset.UtcNow).Domain,
                                },
                            },
                        }),
                }
            );
    }

    /// <returns>The answer for the first company, which must be about exactly these flags.</returns>
    private async Task<byte[]> AnswerAsync(ServerProcess server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
        using var answer = await http.PostAsync("/flags/check", new ByteArrayContent(_bodies[0]));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var flags = JsonElement.Parse(bytes).GetProperty("data").GetProperty("flags").EnumerateArray().ToList();
        var given = flags.Count(static flag => flag.TryGetProperty("entitlement", out _));
        return (flags.Count, given) == (Flags, Given)
            ? bytes
            : throw new BenchmarkException($"{given} of {flags.Count} flags are given by plans.");
    }

    private static Task<Sample> TakeAsync(TimeSpan duration, Func<int, Task> request) =>
        Sample.TakeAsync(Clients, TimeSpan.Zero, duration, int.MaxValue, request);

    private static byte[] Body(string domain) => Encoding.UTF8.GetBytes($$$"""{"company":{"domain":"{{{domain}}}"}}""");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
