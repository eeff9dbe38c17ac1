using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Benchmarks.Micro;

/// <summary>
/// ADR 0012: one company with its keys and traits, found by a key, and 100 by their place; by SQL text and by EF Core.
/// </summary>
[MemoryDiagnoser]
public class EntityLookupBenchmarks
{
    private const string Sqlite = "Sqlite";
    private const int Companies = 2_000;

    private readonly string _data = Directory.CreateTempSubdirectory("schematic-benchmark-").FullName;
    private InProcessServer? _server;
    private IDatabase? _database;
    private int _environmentSeq;
    private EntityChange? _named;
    private IReadOnlyList<long> _page = [];

    /// <summary>
    /// PostgreSQL is measured if <c>BENCHMARK_POSTGRES</c> has a connection string to an empty database.
    /// </summary>
    public static IEnumerable<string> Providers => Connection is null ? [Sqlite] : [Sqlite, "PostgreSql"];

    [ParamsSource(nameof(Providers))]
    public string Provider { get; set; } = Sqlite;

    private static string? Connection => Environment.GetEnvironmentVariable("BENCHMARK_POSTGRES");

    // Waited for here: within the process of the runner, nobody else does.
    [GlobalSetup]
    public void Fill() => FillAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void CleanUp() => CleanUpAsync().GetAwaiter().GetResult();

    private async Task FillAsync()
    {
        _server = await InProcessServer.StartAsync(
            StoreOptions.Read(
                Provider == Sqlite
                    ? ["--provider", "Sqlite", "--data", _data]
                    : ["--provider", "PostgreSql", "--connection", Connection!]
            )
        );
        _database = _server.Services.GetRequiredService<IDatabase>();
        await using (var db = _database.Open(0))
            _environmentSeq = await db.Environments.Select(static row => row.Seq).FirstAsync();
        var now = DateTimeOffset.UnixEpoch;
        await _database.WriteAsync(
            _environmentSeq,
            async (db, token) =>
            {
                var writer = new EntityWriter(db, now);
                for (var i = 0; i < Companies; i++)
                    await writer.ApplyAsync(Change(i), token);
                return true;
            },
            CancellationToken.None
        );
        _named = Change(Companies / 2) with { Traits = [] };
        await using var reader = _database.Open(_environmentSeq);
        _page = await reader
            .Entities.OrderByDescending(static row => row.Seq)
            .Take(100)
            .Select(static row => row.Seq)
            .ToListAsync();
    }

    private async Task CleanUpAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Benchmark]
    public async Task<object?> LookUpBySql()
    {
        await using var db = _database!.Open(_environmentSeq);
        return await EntityLookup.FindAsync(db, _named!, CancellationToken.None);
    }

    [Benchmark]
    public async Task<int> LookUpByEf()
    {
        await using var db = _database!.Open(_environmentSeq);
        var (name, value) = _named!.Keys.First();
        var hash = EntityKeyRow.Hash(value);
        var seq = await (
            from key in db.EntityKeys
            join definition in db.EntityKeyDefinitions on key.DefinitionSeq equals definition.Seq
            where definition.EntityType == EntityType.Company && definition.Key == name && key.ValueHash == hash
            select key.EntitySeq
        ).SingleAsync();
        return await ReadByEfAsync(db, [seq]);
    }

    [Benchmark]
    public async Task<int> PageBySql()
    {
        await using var db = _database!.Open(_environmentSeq);
        return (await EntityReader.DetailsAsync(db, _page, CancellationToken.None)).Count;
    }

    [Benchmark]
    public async Task<int> PageByEf()
    {
        await using var db = _database!.Open(_environmentSeq);
        return await ReadByEfAsync(db, _page);
    }

    private static async Task<int> ReadByEfAsync(SchematicDb db, IReadOnlyList<long> seqs)
    {
        var entities = await db.Entities.Where(row => seqs.Contains(row.Seq)).ToListAsync();
        var keys = await (
            from key in db.EntityKeys
            join definition in db.EntityKeyDefinitions on key.DefinitionSeq equals definition.Seq
            where seqs.Contains(key.EntitySeq)
            select new { key, definition }
        ).ToListAsync();
        var traits = entities.SelectMany(static row => TraitDocument.Read(row.Traits)).ToList();
        var seqsOfTraits = traits.Select(static trait => trait.DefinitionSeq).Distinct().ToList();
        var definitions = await db.EntityTraitDefinitions.Where(row => seqsOfTraits.Contains(row.Seq)).ToListAsync();
        return entities.Count + keys.Count + traits.Count + definitions.Count;
    }

    private static EntityChange Change(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return EntityChange.For(
            EntityType.Company,
            new Dictionary<string, string> { ["domain"] = $"{text}.example", ["crm_id"] = text }
        ) with
        {
            Traits = [.. Enumerable.Range(0, 8).Select(i => TraitChange.Set([$"trait_{i}"], $"value {text}"))],
        };
    }
}
