using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Schematic.Api.Tests.Maintenance.Backup;

/// <summary>A file for a backup, in a folder that goes with it.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schematic-backup-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "schematic.backup");

    public IReadOnlyList<string> FilesInFolder =>
        [.. Directory.EnumerateFiles(_folder).Select(System.IO.Path.GetFileName)!];

    public async Task<IReadOnlyList<string>> ReadLinesAsync()
    {
        await using var file = File.OpenRead(Path);
        await using var text = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(text);
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
    }

    /// <summary>The rows of each table, a value by the name of its column.</summary>
    public async Task<Dictionary<string, List<Dictionary<string, JsonElement>>>> ReadTablesAsync()
    {
        var tables = new Dictionary<string, List<Dictionary<string, JsonElement>>>();
        var (name, columns) = ("", Array.Empty<string>());
        foreach (var line in (await ReadLinesAsync()).Select(static line => JsonElement.Parse(line)))
        {
            if (line.ValueKind == JsonValueKind.Array)
            {
                tables[name].Add(columns.Zip(line.EnumerateArray()).ToDictionary());
            }
            else if (line.TryGetProperty("table", out var table))
            {
                name = table.GetProperty("name").GetString()!;
                columns =
                [
                    .. table
                        .GetProperty("columns")
                        .EnumerateArray()
                        .Select(static column => column.GetProperty("name").GetString()!),
                ];
                tables.Add(name, []);
            }
        }

        return tables;
    }

    public async Task WriteLinesAsync(IEnumerable<string> lines)
    {
        await using var file = File.Create(Path);
        await using var text = new GZipStream(file, CompressionLevel.Fastest);
        foreach (var line in lines)
            await text.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
