namespace Schematic.Benchmarks.Load;

/// <summary>How many bytes a page of 50 companies takes on the wire, as it is and compressed.</summary>
internal static class PageSize
{
    private const long MaxBytes = 100_000;

    public static async Task MeasureAsync(ServerProcess server, Table table)
    {
        using var client = new RawClient(server.Address);
        table.AddSize("page of 50 companies", MaxBytes, await client.GetAsync("/companies?limit=50"));
        foreach (var coding in (string[])["br", "gzip"])
            table.AddSize(
                $"page of 50 companies, {coding}",
                null,
                await client.GetAsync("/companies?limit=50", acceptEncoding: coding)
            );
    }
}
