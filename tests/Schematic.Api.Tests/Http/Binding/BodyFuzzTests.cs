using System.Text.Json;
using Schematic.Testing;
using Schematic.Testing.Contract;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Http.Binding;

/// <summary>
/// Requests made from the server's own description, each sent to a server on either database: no answer is a failure of
/// the server, none is without a body, and both give the same.
/// </summary>
public sealed class BodyFuzzTests(SqliteApi sqlite, PostgreSqlApi postgreSql)
    : IClassFixture<SqliteApi>,
        IClassFixture<PostgreSqlApi>
{
    // A scene is used up by what deletes it.
    private const int RequestsOfAScene = 400;
    private const int MostMistakes = 20;

    /// <summary>Requests that were once answered wrongly; what a run finds belongs here.</summary>
    private static string Corpus =>
        Repository.PathTo("tests", "Schematic.Api.Tests", "Http", "Binding", "corpus.jsonl");

    [Fact]
    public Task Three_thousand_requests_are_answered_alike() => RunAsync(1_500, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_hundred_thousand_requests_are_answered_alike() => RunAsync(50_000, seed: 1_000_000);

    [Fact]
    public async Task What_was_once_answered_wrongly_is_not_again()
    {
        await using var pair = await ServerPair.OpenAsync(sqlite.Server, postgreSql.Server);
        var requests = await File.ReadAllLinesAsync(Corpus, TestContext.Current.CancellationToken);

        Assert.NotEmpty(requests);
        foreach (var line in requests)
        {
            await pair.RenewAsync();
            Assert.Null(await pair.FindMistakeAsync(JsonSerializer.Deserialize<FuzzRequest>(line)!));
        }
    }

    /// <param name="count">Of each server.</param>
    private async Task RunAsync(int count, int seed)
    {
        await using var pair = await ServerPair.OpenAsync(sqlite.Server, postgreSql.Server);
        var operations = await OperationsAsync();
        Assert.True(operations.Count > 150, $"Only {operations.Count} operations are described.");
        var mistakes = new List<string>();
        for (var i = 0; i < count && mistakes.Count < MostMistakes; i++)
        {
            if (i % RequestsOfAScene == 0)
                await pair.RenewAsync();
            // Operations that stand beside each other mostly refuse what the last has deleted.
            var operation = operations[(i * 7919) % operations.Count];
            var request = FuzzRequest.Make(operation, pair.Scene, seed + i);
            if (await pair.FindMistakeAsync(request) is { } mistake)
                mistakes.Add($"{mistake}\n{JsonSerializer.Serialize(request)}");
        }

        Assert.True(mistakes.Count == 0, string.Join("\n\n", mistakes));
    }

    private async Task<IReadOnlyList<OpenApiOperation>> OperationsAsync()
    {
        using var http = sqlite.Server.Http();
        var json = await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        // The tail waits for events that nobody sends.
        return [.. new OpenApiDocument(json).Operations.Where(static one => one.Path != "/events/tail")];
    }
}
