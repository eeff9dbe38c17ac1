using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Persistence.Sqlite;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>What <c>q</c> finds.</summary>
public abstract class CompanySearchTests(ApiFixture api) : ApiTopic(api)
{
    // One company of this name, key and traits, among others; what is asked for; whether it is found.
    [Theory]
    [InlineData("acme", true)]
    [InlineData("ACME", true)]
    [InlineData("cme", true)]
    [InlineData("a", true)]
    [InlineData("ac", true)]
    [InlineData("in", true)]
    [InlineData("cm", false)]
    [InlineData("acme inc", true)]
    [InlineData("inc acme", true)]
    [InlineData("acme nosuch", false)]
    [InlineData("  acme  ", true)]
    [InlineData("acme a ac acm cme inc i in crm c cr crm-0 crm-00 s sh sho shop shop.example", true)]
    [InlineData("acme a ac acm cme inc i in crm c cr crm-0 crm-00 s sh sho shop shop.example nosuch", false)]
    [InlineData("crm-00", true)]
    [InlineData("shop.example", true)]
    [InlineData("logistics", true)]
    [InlineData("https://site", true)]
    [InlineData("ghent", true)]
    [InlineData("4711", false)]
    [InlineData("2026-11-20", false)]
    [InlineData("industry", false)]
    [InlineData("50%", true)]
    [InlineData("%", false)]
    [InlineData("5_%", false)]
    [InlineData("_cme", false)]
    [InlineData("100_000", true)]
    [InlineData("100x000", false)]
    [InlineData("back\\slash", true)]
    [InlineData("\\", false)]
    [InlineData("\"quoted\"", true)]
    [InlineData("\"", true)]
    [InlineData("o'brien", true)]
    [InlineData("'", false)]
    [InlineData("acme AND inc", false)]
    [InlineData("acme OR nosuch", false)]
    [InlineData("NOT nosuch", false)]
    [InlineData("NEAR(acme inc)", false)]
    [InlineData("acm*", false)]
    [InlineData("^acme", false)]
    [InlineData("text:acme", false)]
    [InlineData("(acme)", false)]
    [InlineData("straße", true)]
    [InlineData("STRASSE", false)]
    [InlineData("ŽLUŤ", true)]
    [InlineData("žlu", true)]
    [InlineData("zlut", false)]
    [InlineData("株式", true)]
    [InlineData("株", true)]
    [InlineData("شركة", true)]
    [InlineData("🚀", true)]
    [InlineData("🚀🚀🚀", true)]
    [InlineData("🚀🚀🚀🚀", false)]
    [InlineData("e\u0301t", true)]
    public async Task A_company_is_found_by_parts_of_its_name_its_keys_and_its_texts(string q, bool found)
    {
        var gateway = await EmptyEnvironmentAsync();
        var company = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["crm"] = "CRM-0042", ["domain"] = "shop.example" },
                    Name =
                        "Acme Inc. 50% 100_000 back\\slash \"quoted\" O'Brien Straße Žluťoučký 株式会社 شركة 🚀🚀🚀 e\u0301te\u0301",
                    Traits = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
                        """{"industry":"Logistics","site":"https://site.example","seats":4711,"since":"2026-11-20","address":{"city":"Ghent"}}"""
                    ),
                },
                Cancellation
            )
        ).Data;
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["crm"] = "other" },
                Name = "Zzz",
            },
            Cancellation
        );
        var query = new CompaniesQuery { Q = q };

        var ids = (await gateway.Companies.ListAsync(query, Cancellation)).Data.Select(static row => row.Id);

        Assert.Equal(found ? [company.Id] : [], ids);
        Assert.Equal(found ? 1 : 0, (await gateway.Companies.CountAsync(query, Cancellation)).Data.Count);
    }

    [Fact]
    public async Task What_changes_is_found_by_the_new_and_no_longer_by_the_old()
    {
        var gateway = await EmptyEnvironmentAsync();
        var keys = new Dictionary<string, string> { ["domain"] = "firstkey" };
        var id = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = keys,
                    Name = "firstname",
                    Traits = Traits("""{"note":"firstnote"}"""),
                },
                Cancellation
            )
        ).Data.Id;
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Id = id,
                Keys = new Dictionary<string, string> { ["domain"] = "secondkey" },
                Name = "secondname",
                Traits = Traits("""{"note":"secondnote"}"""),
            },
            Cancellation
        );

        foreach (var what in new[] { "key", "name", "note" })
        {
            Assert.Empty(
                (await gateway.Companies.ListAsync(new CompaniesQuery { Q = $"first{what}" }, Cancellation)).Data
            );
            Assert.Single(
                (await gateway.Companies.ListAsync(new CompaniesQuery { Q = $"second{what}" }, Cancellation)).Data
            );
        }

        await gateway.Companies.DeleteAsync(id, Cancellation);
        Assert.Empty((await gateway.Companies.ListAsync(new CompaniesQuery { Q = "second" }, Cancellation)).Data);
    }

    [Fact]
    public async Task Values_of_a_deleted_trait_are_found_no_longer()
    {
        var gateway = await EmptyEnvironmentAsync();
        var company = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("k") },
                    Traits = Traits($$"""{"{{Unique("trait")}}":"forgetme"}"""),
                },
                Cancellation
            )
        ).Data;

        await gateway.Entities.DeleteTraitDefinitionAsync(company.EntityTraits[0].DefinitionId, Cancellation);

        Assert.Empty((await gateway.Companies.ListAsync(new CompaniesQuery { Q = "forgetme" }, Cancellation)).Data);
        Assert.Single((await gateway.Companies.ListAsync(new CompaniesQuery { Q = company.Name }, Cancellation)).Data);
    }

    [Fact]
    public async Task Neither_another_environment_nor_users_are_searched()
    {
        var mark = Unique("mark");
        var keys = new Dictionary<string, string> { ["name"] = mark };
        await Staging.Companies.UpsertAsync(new UpsertCompanyRequestBody { Keys = keys }, Cancellation);
        await Production.Users.UpsertAsync(new UpsertUserRequestBody { Keys = keys }, Cancellation);

        Assert.Empty((await Production.Companies.ListAsync(new CompaniesQuery { Q = mark }, Cancellation)).Data);
        Assert.Equal(
            0,
            (await Production.Companies.CountAsync(new CompaniesQuery { Q = mark }, Cancellation)).Data.Count
        );
        Assert.Single((await Production.Users.ListAsync(new UsersQuery { Q = mark }, Cancellation)).Data);
        Assert.Empty((await Staging.Users.ListAsync(new UsersQuery { Q = mark }, Cancellation)).Data);
    }

    // On a table that is worth an index, the database uses it.
    [Fact]
    public async Task A_search_goes_through_the_trigram_index_and_a_look_up_through_the_unique_index()
    {
        var gateway = await EmptyEnvironmentAsync();
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["domain"] = "needle.example" },
                Name = "Needle",
            },
            Cancellation
        );
        var database = Server.Services.GetRequiredService<IDatabase>();
        var environmentSeq = await database.WriteAccountAsync(FillAsync, Cancellation);
        await using var db = database.Open(environmentSeq);

        var search = await PlanAsync(
            db,
            new SqlText($"SELECT e.seq {EntitySql.SearchFrom(db, SearchText.Terms("needle"), EntityType.Company).From}")
        );
        var lookup = await PlanAsync(
            db,
            EntityLookup.Select(
                db,
                [EntityChange.For(EntityType.Company, new Dictionary<string, string> { ["domain"] = "needle.example" })]
            )
        );

        Assert.True(
            search.Contains(
                db is SqliteSchematicDb ? "f VIRTUAL TABLE INDEX" : "ix_entity_search_text",
                StringComparison.Ordinal
            ),
            search
        );
        Assert.True(
            lookup.Contains("ix_entity_keys_definition_seq_environment_seq_value_hash", StringComparison.Ordinal),
            lookup
        );
        Assert.DoesNotMatch("SCAN entity|SCAN e\\b|Seq Scan on entit(ies|y_keys|y_search)\\b", search + lookup);
    }

    private static Dictionary<string, JsonElement> Traits(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    // A few thousand companies, straight into the tables.
    private static async Task<int> FillAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var needle = await db
            .EntityKeys.IgnoreQueryFilters()
            .Where(static row => row.Value == "needle.example")
            .Select(static row => new { row.EnvironmentSeq, row.DefinitionSeq })
            .FirstAsync(cancellationToken);
        db.EnvironmentSeq = needle.EnvironmentSeq;
        var now = DateTimeOffset.UnixEpoch;
        for (var i = 0; i < 3000; i++)
        {
            var name = $"hay {i.ToString(CultureInfo.InvariantCulture)} {Guid.NewGuid():n}";
            var seq = new SqlText($"(SELECT seq FROM entities WHERE id = {name})");
            await db.ExecuteAsync(
                new SqlText(
                    $"""
                    INSERT INTO entities (id, entity_type, environment_seq, name, sort_name, last_seen_at, created_at, updated_at) VALUES ({name}, {EntityType.Company}, {needle.EnvironmentSeq}, {name}, {name}, {now}, {now}, {now});
                    INSERT INTO entity_keys (entity_seq, definition_seq, environment_seq, value, value_hash, created_at, updated_at) VALUES ({seq}, {needle.DefinitionSeq}, {needle.EnvironmentSeq}, {name}, {EntityKeyRow.Hash(
                        name
                    )}, {now}, {now});
                    INSERT INTO entity_search (entity_seq, environment_seq, entity_type, text) VALUES ({seq}, {needle.EnvironmentSeq}, {EntityType.Company}, {SearchText.Document([
                        name,
                    ])})
                    """
                ),
                cancellationToken
            );
        }

        // What PostgreSQL has put off counts as a cost of the index.
        if (db is not SqliteSchematicDb)
            await db.ExecuteAsync(
                new SqlText($"SELECT gin_clean_pending_list('ix_entity_search_text')"),
                cancellationToken
            );
        await db.ExecuteAsync(new SqlText($"ANALYZE"), cancellationToken);
        return needle.EnvironmentSeq;
    }

    private static async Task<string> PlanAsync(SchematicDb db, SqlText sql)
    {
        var explain = db is SqliteSchematicDb ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        var lines = await db.QueryAsync(
            new SqlText($"{new SqlLiteral(explain)}{sql}"),
            static reader => reader.GetString(reader.FieldCount - 1),
            Cancellation
        );
        return string.Join('\n', lines);
    }
}

public sealed class CompanySearchTestsOnSqlite(SqliteApi api) : CompanySearchTests(api), IClassFixture<SqliteApi>;

public sealed class CompanySearchTestsOnPostgreSql(PostgreSqlApi api)
    : CompanySearchTests(api),
        IClassFixture<PostgreSqlApi>;
