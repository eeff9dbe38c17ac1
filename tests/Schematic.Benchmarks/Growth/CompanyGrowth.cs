using System.Globalization;
using System.Text;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Growth;

/// <summary>1 to 100,000 companies that are checked in turn: what a check costs once each is known.</summary>
internal sealed class CompanyGrowth(StoreOptions options, GrowthTable table)
{
    private const int Clients = 16;
    private const int Rounds = 5;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    public async Task RunAsync()
    {
        await using var server = await GrowthCommand.StartAsync(options);
        await using var empty = await GrowthCommand.StartEmptyAsync();
        using var flags = new GrowingFlags(server.Address);
        await flags.GrowToAsync(1);
        using var client = new RawClient(server.Address);
        using var other = new RawClient(empty.Address);
        var path = $"/flags/{flags.All[0].Key}/check";
        var bodies = Enumerable
            .Range(0, Math.Min(Sizes[^1], options.Companies))
            .Select(static number => Body(InventedCompany.At(number, DateTimeOffset.UtcNow)))
            .ToArray();

        foreach (var size in Sizes.Where(size => size <= bodies.Length))
        {
            await Sample.TakeAsync(
                Clients,
                TimeSpan.Zero,
                TimeSpan.MaxValue,
                size,
                n => client.PostAsync(path, bodies[n % size])
            );
            var (one, many, nothing) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                one.Add(await PerSecondAsync(_ => client.PostAsync(path, bodies[0])));
                many.Add(await PerSecondAsync(n => client.PostAsync(path, bodies[n % size])));
                nothing.Add(await PerSecondAsync(_ => other.PostAsync("/", bodies[0])));
            }

            table.AtLeast(
                "checks of as many warm companies, against checks of one",
                size.ToString("N0", CultureInfo.InvariantCulture),
                size == Sizes[^1] ? 0.9 : null,
                MedianRatio(many, one),
                "×",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{many.Max():N0} a second, {MedianRatio(many, nothing):0.00} × of an empty endpoint; "
                        + $"{server.MegabytesResident:0} MB resident"
                )
            );
        }
    }

    private static async Task<double> PerSecondAsync(Func<int, Task> request) =>
        (await Sample.TakeAsync(Clients, TimeSpan.Zero, Turn, int.MaxValue, request)).PerSecond;

    private static double MedianRatio(List<double> those, List<double> ofThese) =>
        those.Zip(ofThese, static (one, other) => one / other).Order().ElementAt(those.Count / 2);

    private static byte[] Body(InventedCompany company) =>
        Encoding.UTF8.GetBytes($$$"""{"company":{"domain":"{{{company.Domain}}}"}}""");
}
