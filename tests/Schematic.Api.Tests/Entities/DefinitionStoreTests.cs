using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

/// <summary>Definitions of keys and traits, and the values traits have.</summary>
public abstract class DefinitionStoreTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task Keys_and_traits_have_one_definition_each_for_companies_and_for_users_in_all_environments()
    {
        var name = Unique("name");
        var keys = new Dictionary<string, string> { [name] = "value" };
        var traits = new Dictionary<string, JsonElement> { [name] = JsonElement.Parse("1") };
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = keys, Traits = traits },
                Cancellation
            )
        ).Data;
        var elsewhere = (
            await Staging.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = keys, Traits = traits },
                Cancellation
            )
        ).Data;
        var user = (
            await Production.Users.UpsertAsync(new UpsertUserRequestBody { Keys = keys, Traits = traits }, Cancellation)
        ).Data;

        Assert.Equal(company.Keys[0].DefinitionId, elsewhere.Keys[0].DefinitionId);
        Assert.Equal(company.EntityTraits[0].DefinitionId, elsewhere.EntityTraits[0].DefinitionId);
        Assert.NotEqual(company.Keys[0].DefinitionId, user.Keys[0].DefinitionId);
        Assert.NotEqual(company.EntityTraits[0].DefinitionId, user.EntityTraits[0].DefinitionId);
        var listed = (
            await Production.Entities.ListKeyDefinitionsAsync(new EntityKeyDefinitionsQuery { Q = name }, Cancellation)
        ).Data;
        Assert.Equal(
            [user.Keys[0].DefinitionId, company.Keys[0].DefinitionId],
            listed.Select(static definition => definition.Id)
        );
    }

    [Fact]
    public async Task Key_definitions_are_filtered_and_counted_by_type_id_and_part_of_the_name()
    {
        var name = Unique("100%_name");
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { [name] = "v", [name + "2"] = "v" },
                },
                Cancellation
            )
        ).Data;
        var id = company.Keys.Single(key => key.Key == name).DefinitionId;

        foreach (
            var (query, count) in new[]
            {
                (new EntityKeyDefinitionsQuery { Q = name }, 2),
                (new EntityKeyDefinitionsQuery { Q = name[3..] }, 2),
                (new EntityKeyDefinitionsQuery { Q = name, EntityType = EntityType.Company }, 2),
                (new EntityKeyDefinitionsQuery { Q = name, EntityType = EntityType.User }, 0),
                (new EntityKeyDefinitionsQuery { Ids = [id, "kydf_nobody"] }, 1),
                (new EntityKeyDefinitionsQuery { Q = name.Replace('_', 'x') }, 0),
            }
        )
        {
            Assert.Equal(count, (await Production.Entities.ListKeyDefinitionsAsync(query, Cancellation)).Data.Count);
            Assert.Equal(count, (await Production.Entities.CountKeyDefinitionsAsync(query, Cancellation)).Data.Count);
        }

        Assert.Single(
            (
                await Production.Entities.ListKeyDefinitionsAsync(
                    new EntityKeyDefinitionsQuery
                    {
                        Q = name,
                        Limit = 1,
                        Offset = 1,
                    },
                    Cancellation
                )
            ).Data
        );
    }

    [Fact]
    public async Task Trait_definitions_are_filtered_and_counted_by_type_id_and_part_of_the_name()
    {
        var name = Unique("name");
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("k") },
                    Traits = new Dictionary<string, JsonElement>
                    {
                        [name] = JsonElement.Parse("""{"text":"x","number":1,"yes":true}"""),
                    },
                },
                Cancellation
            )
        ).Data;

        foreach (
            var (query, count) in new[]
            {
                (new EntityTraitDefinitionsQuery { Q = name }, 3),
                (new EntityTraitDefinitionsQuery { Q = $"{name}.number" }, 1),
                (new EntityTraitDefinitionsQuery { Q = name, TraitType = TraitType.Boolean }, 1),
                (
                    new EntityTraitDefinitionsQuery
                    {
                        Q = name,
                        TraitTypes = [TraitType.Boolean, TraitType.Number, TraitType.Url],
                    },
                    2
                ),
                (new EntityTraitDefinitionsQuery { Q = name, EntityType = EntityType.User }, 0),
                (new EntityTraitDefinitionsQuery { Ids = [company.EntityTraits[0].DefinitionId] }, 1),
            }
        )
        {
            Assert.Equal(count, (await Production.Entities.ListTraitDefinitionsAsync(query, Cancellation)).Data.Count);
            Assert.Equal(count, (await Production.Entities.CountTraitDefinitionsAsync(query, Cancellation)).Data.Count);
        }
    }

    [Fact]
    public async Task A_trait_definition_is_made_before_any_value_and_then_answered_as_it_is()
    {
        var name = Unique("revenue");
        var body = new CreateEntityTraitDefinitionRequestBody
        {
            EntityType = EntityType.Company,
            Hierarchy = [name, "yearly"],
            TraitType = TraitType.Currency,
            DisplayName = "Yearly revenue",
        };

        var made = (await Production.Entities.GetOrCreateTraitDefinitionAsync(body, Cancellation)).Data;
        var again = (
            await Production.Entities.GetOrCreateTraitDefinitionAsync(
                body with
                {
                    TraitType = TraitType.String,
                    DisplayName = "Other",
                },
                Cancellation
            )
        ).Data;
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("k") },
                    Traits = new Dictionary<string, JsonElement>
                    {
                        [name] = JsonElement.Parse("""{"yearly":"1200"}"""),
                    },
                },
                Cancellation
            )
        ).Data;

        Assert.Equal((made.Id, TraitType.Currency, "Yearly revenue"), (again.Id, again.TraitType, again.DisplayName));
        Assert.Equal([name, "yearly"], made.Hierarchy);
        Assert.Equal(made.Id, company.EntityTraits[0].DefinitionId);
        Assert.Equal("1200", company.Traits![name].GetProperty("yearly").GetRawText());
        Assert.Equal(made.Id, (await Production.Entities.GetTraitDefinitionAsync(made.Id, Cancellation)).Data.Id);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"a\",\"\"]")]
    public async Task A_trait_has_a_name(string hierarchy) =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await SendAsync(
                    "POST",
                    "/entity-trait-definitions",
                    $$"""{"entity_type":"company","hierarchy":{{hierarchy}},"trait_type":"string"}"""
                )
            ).Status
        );

    [Theory]
    [InlineData("\"42\"", TraitType.Number, "42")]
    [InlineData("42", TraitType.String, "\"42\"")]
    [InlineData("42", TraitType.Currency, "42")]
    [InlineData("\"4e400\"", TraitType.Number, "\"4e400\"")]
    [InlineData("\"042\"", TraitType.Number, "\"042\"")]
    [InlineData("\"true\"", TraitType.Boolean, "true")]
    [InlineData("\"True\"", TraitType.Boolean, "\"True\"")]
    [InlineData("\"word\"", TraitType.Number, "\"word\"")]
    public async Task A_changed_type_changes_how_values_are_told_and_not_what_they_are(
        string value,
        TraitType type,
        string told
    )
    {
        var name = Unique("trait");
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("k") },
                    Traits = new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(value) },
                },
                Cancellation
            )
        ).Data;
        var id = company.EntityTraits[0].DefinitionId;

        var updated = (
            await Production.Entities.UpdateTraitDefinitionAsync(
                id,
                new UpdateEntityTraitDefinitionRequestBody { TraitType = type, DisplayName = "Shown" },
                Cancellation
            )
        ).Data;

        var after = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        Assert.Equal((type, "Shown"), (updated.TraitType, updated.DisplayName));
        Assert.Equal(told, after.Traits![name].GetRawText());
        Assert.Equal(company.EntityTraits[0].Value, after.EntityTraits[0].Value);
    }

    [Fact]
    public async Task A_deleted_trait_leaves_every_company_of_this_environment_and_is_kept_while_another_uses_it()
    {
        var name = Unique("trait");
        UpsertCompanyRequestBody Body(string? value) =>
            new()
            {
                Keys = new Dictionary<string, string> { ["domain"] = name },
                Traits = new Dictionary<string, JsonElement> { [name] = JsonSerializer.SerializeToElement(value) },
            };
        var company = (await Production.Companies.UpsertAsync(Body("x"), Cancellation)).Data;
        await Staging.Companies.UpsertAsync(Body("y"), Cancellation);
        var id = company.EntityTraits[0].DefinitionId;

        await RefusedAsync(
            HttpStatusCode.Conflict,
            () => Production.Entities.DeleteTraitDefinitionAsync(id, Cancellation)
        );
        Assert.Equal(
            "x",
            (await Production.Companies.GetAsync(company.Id, Cancellation)).Data.Traits![name].GetString()
        );
        await Staging.Companies.UpsertAsync(Body(null), Cancellation);
        await Production.Entities.DeleteTraitDefinitionAsync(id, Cancellation);

        Assert.Empty((await Production.Companies.GetAsync(company.Id, Cancellation)).Data.Traits!);
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Entities.GetTraitDefinitionAsync(id, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Entities.DeleteTraitDefinitionAsync(id, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () =>
                Production.Entities.UpdateTraitDefinitionAsync(
                    id,
                    new UpdateEntityTraitDefinitionRequestBody { TraitType = TraitType.Number },
                    Cancellation
                )
        );
        Assert.NotEqual(
            id,
            (await Production.Companies.UpsertAsync(Body("z"), Cancellation)).Data.EntityTraits[0].DefinitionId
        );
    }

    // No foreign key holds a value to its definition.
    [Fact]
    public async Task A_trait_deleted_in_the_middle_of_writes_leaves_no_value_behind()
    {
        var name = Unique("trait");
        UpsertCompanyRequestBody Body(int number) =>
            new()
            {
                Keys = new Dictionary<string, string> { ["domain"] = $"{name}-{number}" },
                Traits = new Dictionary<string, JsonElement>
                {
                    [name] = JsonSerializer.SerializeToElement(Unique("value")),
                },
            };
        for (var round = 0; round < 20; round++)
        {
            var id = (await Production.Companies.UpsertAsync(Body(0), Cancellation)).Data.EntityTraits[0].DefinitionId;
            await Task.WhenAll([
                .. Enumerable
                    .Range(0, 8)
                    .Select(number => (Task)Production.Companies.UpsertAsync(Body(number), Cancellation)),
                Production.Entities.DeleteTraitDefinitionAsync(id, Cancellation),
            ]);
        }

        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        var definitions = await db.EntityTraitDefinitions.Select(static row => row.Seq).ToListAsync(Cancellation);
        var documents = await db
            .Entities.IgnoreQueryFilters()
            .Select(static row => row.Traits)
            .ToListAsync(Cancellation);
        var named = documents.SelectMany(TraitDocument.Read).Select(static trait => trait.DefinitionSeq);
        Assert.Empty(named.Except(definitions));
    }

    [Fact]
    public async Task Values_of_a_trait_are_told_once_each_in_order_for_this_environment()
    {
        var name = Unique("trait");
        var id = "";
        foreach (var value in new[] { "beta", "Beta", "alpha", "beta", "100%", "émile" })
        {
            var body = new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["domain"] = Unique("k") },
                Traits = new Dictionary<string, JsonElement> { [name] = JsonSerializer.SerializeToElement(value) },
            };
            id = (await Production.Companies.UpsertAsync(body, Cancellation)).Data.EntityTraits[0].DefinitionId;
        }

        await Staging.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["domain"] = Unique("k") },
                Traits = new Dictionary<string, JsonElement> { [name] = JsonElement.Parse("\"elsewhere\"") },
            },
            Cancellation
        );

        Assert.Equal(["100%", "Beta", "alpha", "beta", "émile"], await ValuesAsync(""));
        Assert.Equal(["Beta", "alpha"], await ValuesAsync("&limit=2&offset=1", counted: 5));
        Assert.Equal(["100%"], await ValuesAsync("&q=%25"));
        Assert.Equal(["Beta", "beta"], await ValuesAsync("&q=eta"));
        Assert.Empty(await ValuesAsync("&q=elsewhere"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await SendAsync("GET", "/entity-trait-values?definition_id=trdf_nobody")).Status
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("GET", "/entity-trait-values")).Status);

        async Task<IReadOnlyList<string>> ValuesAsync(string query, int? counted = null)
        {
            var values = (await SendAsync("GET", $"/entity-trait-values?definition_id={id}{query}"))
                .Data.EnumerateArray()
                .Select(static value => value.GetProperty("value").GetString()!)
                .ToList();
            Assert.Equal(
                counted ?? values.Count,
                (await SendAsync("GET", $"/entity-trait-values/count?definition_id={id}{query}"))
                    .Data.GetProperty("count")
                    .GetInt32()
            );
            return values;
        }
    }
}

public sealed class DefinitionStoreTestsOnSqlite(SqliteApi api) : DefinitionStoreTests(api), IClassFixture<SqliteApi>;

public sealed class DefinitionStoreTestsOnPostgreSql(PostgreSqlApi api)
    : DefinitionStoreTests(api),
        IClassFixture<PostgreSqlApi>;
