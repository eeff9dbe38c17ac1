using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Invented;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// Holds what was seeded against the server: what it reads there, and what it writes itself for one company more.
/// </summary>
internal static class SeedCheck
{
    private const int Samples = 200;

    public static async Task RunAsync(StoreOptions options, SeedScope scope, DateTimeOffset now)
    {
        await using var server = await InProcessServer.StartAsync(options);
        Same(
            options.Companies,
            (await ReadAsync(server, "/companies/count")).GetProperty("count").GetInt32(),
            "the number of companies"
        );
        for (var i = 0; i < Samples; i++)
        {
            var number = (int)((long)i * options.Companies / Samples);
            await CheckAnswerAsync(
                server,
                InventedCompany.At(number, now),
                SeedCommand.CreatedAt(number, options.Companies, now)
            );
        }

        await CheckOwnWritingAsync(server, scope, InventedCompany.At(options.Companies, now));
    }

    private static async Task CheckAnswerAsync(
        InProcessServer server,
        InventedCompany company,
        DateTimeOffset createdAt
    )
    {
        foreach (var (name, value) in ((string, string)[])[("domain", company.Domain), ("crm_id", company.CrmId)])
        {
            var answer = await ReadAsync(server, $"/companies/lookup?{name}={Uri.EscapeDataString(value)}");
            Same(company.Name, answer.GetProperty("name").GetString(), "name");
            Same(WireTime.ToWire(company.LastSeenAt), answer.GetProperty("last_seen_at").GetString(), "last_seen_at");
            Same(WireTime.ToWire(createdAt), answer.GetProperty("created_at").GetString(), "created_at");
            Same(
                $"crm_id={company.CrmId},domain={company.Domain}",
                string.Join(
                    ',',
                    answer
                        .GetProperty("keys")
                        .EnumerateArray()
                        .Select(static key =>
                            $"{key.GetProperty("key").GetString()}={key.GetProperty("value").GetString()}"
                        )
                ),
                "keys"
            );
            Same(
                string.Join(
                    ',',
                    company.Traits.Select(static trait =>
                        $"{trait.Name}={trait.Value}:{WireEnum<TraitType>.ToWire(trait.TraitType)}"
                    )
                ),
                string.Join(
                    ',',
                    answer
                        .GetProperty("entity_traits")
                        .EnumerateArray()
                        .Select(static trait =>
                            $"{trait.GetProperty("definition").GetProperty("display_name").GetString()}={trait.GetProperty("value").GetString()}:{trait.GetProperty("definition").GetProperty("trait_type").GetString()}"
                        )
                ),
                "traits"
            );
        }

        var found = await ReadAsync(
            server,
            $"/companies?limit=250&q={Uri.EscapeDataString($"{company.CrmId} {company.Traits[0].Value}")}"
        );
        Same(company.Name, found.EnumerateArray().Single().GetProperty("name").GetString(), "what the search finds");
    }

    // The server writes the next company; its rows must be those that this command would have written.
    private static async Task CheckOwnWritingAsync(InProcessServer server, SeedScope scope, InventedCompany company)
    {
        using var body = new ByteArrayContent(company.ToUpsertBody());
        using var answer = await server.Http.PostAsync(new Uri("/companies", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        await using var db = server.Services.GetRequiredService<IDatabase>().Open(scope.EnvironmentSeq);
        var entity = await db.Companies.OrderByDescending(row => row.Seq).FirstAsync();
        var rows = SeedRows.Of(company, entity.CreatedAt);
        Same(rows.Seq, entity.Seq, "seq");
        Same(rows.Id[..^16], entity.Id[..^16], "the time in the id");
        Same(
            (rows.Company.Name, rows.SortName, rows.CreatedAt, rows.Company.LastSeenAt),
            (entity.Name, entity.SortName, entity.UpdatedAt, entity.LastSeenAt),
            "the company"
        );
        var keys = await db
            .EntityKeys.Where(row => row.EntitySeq == entity.Seq)
            .OrderBy(row => row.DefinitionSeq)
            .ToListAsync();
        Same(
            Text([(scope.DomainSeq, company.Domain, rows.DomainHash), (scope.CrmIdSeq, company.CrmId, rows.CrmIdHash)]),
            Text(keys.Select(static key => (key.DefinitionSeq, key.Value, key.ValueHash))),
            "the keys"
        );
        Same(rows.Traits(scope), entity.Traits, "the traits");
        Same(
            rows.SearchDocument,
            (await db.Set<EntitySearchRow>().SingleAsync(row => row.EntitySeq == entity.Seq)).Text,
            "the search document"
        );
        using var deleted = await server.Http.DeleteAsync(new Uri($"/companies/{entity.Id}", UriKind.Relative));
        deleted.EnsureSuccessStatusCode();
    }

    private static string Text(IEnumerable<(int Seq, string Value, byte[] Hash)> rows) =>
        string.Join(
            ',',
            rows.OrderBy(static row => row.Seq)
                .Select(static row =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Seq}={row.Value}/{Convert.ToHexString(row.Hash)}"
                    )
                )
        );

    private static async Task<JsonElement> ReadAsync(InProcessServer server, string path) =>
        JsonElement.Parse(await server.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).GetProperty("data");

    private static void Same<T>(T seeded, T served, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(seeded, served))
            throw new BenchmarkException($"The server and the seed differ in {what}: {served} and {seeded}.");
    }
}
