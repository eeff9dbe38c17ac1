using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Companies;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

/// <summary>What becomes of values whose definition is deleted.</summary>
public abstract class TraitValuesTests(ApiFixture api) : ApiTopic(api)
{
    private readonly string _trait = Unique("trait");

    // A process that ends between the deletion of the definition and the sweep leaves this behind.
    [Fact]
    public async Task A_value_without_a_definition_is_shown_to_nobody_and_goes_with_the_next_change()
    {
        var company = await UpsertAsync($$"""{"{{_trait}}":"old","{{_trait}}-kept":"kept"}""");
        var definition = await DeleteDefinitionAloneAsync();

        Assert.Equal(
            [$"{_trait}-kept"],
            (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.Traits!.Keys
        );
        var changed = await UpsertAsync($$"""{"{{_trait}}":"new"}""");

        Assert.Equal([_trait, $"{_trait}-kept"], changed.Traits!.Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual(
            definition.Id,
            changed.EntityTraits.Single(trait => trait.Definition!.DisplayName == _trait).DefinitionId
        );
        Assert.DoesNotContain(definition.Seq, await StoredAsync(company.Id));
    }

    // More than one write's worth, and others between them.
    [Fact]
    public async Task A_sweep_takes_the_value_off_all_who_have_it_and_off_what_a_search_finds()
    {
        const int Companies = 450;
        var ids = new List<string>();
        foreach (var chunk in Enumerable.Range(0, Companies).Chunk(50))
            ids.AddRange(
                (
                    await Task.WhenAll(
                        chunk.Select(number =>
                            UpsertAsync(
                                number % 9 == 0 ? "{}" : $$"""{"{{_trait}}":"{{_trait}}-value"}""",
                                $"{_trait}-{number}"
                            )
                        )
                    )
                ).Select(static company => company.Id)
            );
        var definition = await DeleteDefinitionAloneAsync();
        var database = Server.Services.GetRequiredService<IDatabase>();

        await TraitValues.RemoveAsync(database, await EnvironmentAsync(), definition, Cancellation);

        await using var db = database.Open(await EnvironmentAsync());
        var documents = await db
            .Companies.Where(row => ids.Contains(row.Id))
            .Select(static row => row.Traits)
            .ToListAsync(Cancellation);
        Assert.Equal(Companies, documents.Count);
        Assert.All(documents, static document => Assert.Equal(TraitDocument.Empty, document));
        Assert.Empty(
            (await Production.Companies.ListAsync(new CompaniesQuery { Q = $"{_trait}-value" }, Cancellation)).Data
        );
    }

    private async Task<CompanyDetailResponseData> UpsertAsync(string traits, string? key = null) =>
        (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = key ?? $"k-{_trait}" },
                    Traits = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(traits),
                },
                Cancellation
            )
        ).Data;

    private Task<EntityTraitDefinitionRow> DeleteDefinitionAloneAsync() =>
        Server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                async (db, token) =>
                {
                    var row = await db.EntityTraitDefinitions.SingleAsync(row => row.DisplayName == _trait, token);
                    db.Remove(row);
                    await db.SaveChangesAsync(token);
                    db.Changes.Add(ChangeKind.TraitDefinition, row.Seq);
                    return row;
                },
                Cancellation
            );

    private async Task<IReadOnlyList<int>> StoredAsync(string id)
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().Open(await EnvironmentAsync());
        var document = await db
            .Companies.Where(row => row.Id == id)
            .Select(row => row.Traits)
            .SingleAsync(Cancellation);
        return [.. TraitDocument.Read(document).Select(static trait => trait.DefinitionSeq)];
    }

    private async Task<int> EnvironmentAsync()
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return await db
            .Environments.Where(static row => row.Name == "Production")
            .Select(static row => row.Seq)
            .SingleAsync(Cancellation);
    }
}

public sealed class TraitValuesTestsOnSqlite(SqliteApi api) : TraitValuesTests(api), IClassFixture<SqliteApi>;

public sealed class TraitValuesTestsOnPostgreSql(PostgreSqlApi api)
    : TraitValuesTests(api),
        IClassFixture<PostgreSqlApi>;
